/** The manifests of the models that scored, as the history keeps them. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import { parseManifest } from '../../../model/bundle/parse-manifest.ts'
import { refuse } from '../../contract/result.ts'
import type { ReadHandle } from './connection.ts'

/** Manifests of the models in the history, by number; each is parsed once. */
export function createManifests(db: ReadHandle): (model: number) => Manifest {
  const select = db.prepare<{ model: number }, string>('SELECT manifest FROM model WHERE id = :model').pluck()
  const known = new Map<number, Manifest>()
  return (model) => {
    const before = known.get(model)
    if (before) return before
    const parsed = parseManifest(JSON.parse(select.get({ model }) ?? 'null'))
    if (!parsed.ok) {
      refuse('history_damaged', 'What the history says about a model cannot be read.', undefined, { model })
    }
    known.set(model, parsed.manifest)
    return parsed.manifest
  }
}
