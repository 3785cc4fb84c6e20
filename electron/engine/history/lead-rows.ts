/** Rows of the call list, read from the tables. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { LeadRow } from '../../contract/history.ts'
import { decideBand, decideLabel } from '../scoring/decide-label.ts'
import type { ReadHandle } from './connection.ts'
import { createManifests } from './stored-manifests.ts'

interface PredictionRow {
  readonly id: number
  readonly score: number
  readonly batch: number | null
  readonly row: number | null
  readonly scoredAt: number
  readonly model: number
  readonly outcome: number | null
  readonly name: string | null
  readonly company: string | null
  readonly email: string | null
  readonly link: string | null
  readonly title: string | null
}

export interface LeadRows {
  /** One row; null when there is no such prediction. */
  get(id: number): LeadRow | null
  /** The manifest of the model that scored a prediction. */
  manifestOf(id: number): Manifest
}

/** Reads rows; bands are those of the active model, label and confidence those of the model that scored. */
export function createLeadRows(db: ReadHandle, bands: Manifest['bands']): LeadRows {
  const select = db.prepare<{ id: number }, PredictionRow>(
    `SELECT id, score, batch_id AS batch, row_number AS row, scored_at AS scoredAt, model_id AS model,
            outcome, name, company, email, link, title
     FROM prediction WHERE id = :id`,
  )
  const selectModel = db
    .prepare<{ id: number }, number>('SELECT model_id FROM prediction WHERE id = :id')
    .pluck()
  const manifests = createManifests(db)
  return {
    get(id) {
      const found = select.get({ id })
      if (!found) return null
      const { score, scoredAt, model, outcome, ...rest } = found
      const manifest = manifests(model)
      return {
        ...rest,
        ...decideLabel(score, manifest),
        band: decideBand(score, bands),
        scoredAt: new Date(scoredAt).toISOString(),
        model: { name: manifest.name, version: manifest.version },
        outcome: outcome === null ? null : outcome === 1,
      }
    },
    manifestOf: (id) => manifests(selectModel.get({ id }) ?? 0),
  }
}
