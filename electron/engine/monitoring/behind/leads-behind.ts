/** The leads that a finding speaks of: a window's leads whose coded columns meet its condition. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import { refuse } from '../../../contract/result.ts'
import type { Baseline, LeadsBehind } from '../../../contract/windows.ts'
import type { ReadHandle } from '../../history/connection.ts'
import type { FindBehind } from '../../history/find-behind.ts'
import type { Clock } from '../../platform/clock.ts'
import type { SampleColumn } from '../windows/lead-sample.ts'
import type { Reference } from '../windows/read-reference.ts'
import { createChunkDecoder, readLevels, readWindow } from '../windows/read-window.ts'
import { countLeads, windowChunks } from '../windows/window-chunks.ts'
import { dayOf } from '../windows/window-range.ts'
import { type ColumnTest, testColumn } from './test-column.ts'

/** What a condition may refer to. */
export interface BehindSources {
  readonly manifest: Manifest
  /** Reads the active model's reference; null for a model without. */
  readonly reference: () => Reference | null
  readonly clock: Clock
}

/** The way to the leads behind a finding, in one history. */
export function leadsBehindIn(sources: BehindSources): (db: ReadHandle) => FindBehind {
  return (db) => ({
    // Windows of days hold other leads tomorrow.
    asOf: () => dayOf(sources.clock.nowMs()),
    find: ({ window, condition }, batch) => {
      const chunks = windowChunks(db, window, sources.clock.nowMs()).filter(
        (chunk) => batch === null || chunk.batch === batch,
      )
      const count = countLeads(chunks)
      const found = { ids: new Float64Array(count), scores: new Float32Array(count) }
      const { fields, test } = prepare(db, sources, condition)
      const decode = createChunkDecoder(db, fields)
      let next = 0
      for (const chunk of chunks) {
        const holds = test(fields.length === 0 ? null : (decode(chunk)[0] ?? null))
        for (const [i, score] of chunk.scores.entries()) {
          if (Number.isNaN(score) || !holds(i)) continue
          found.ids[next] = chunk.firstId + i
          found.scores[next] = score
          next += 1
        }
      }
      return { ids: found.ids.subarray(0, next), scores: found.scores.subarray(0, next) }
    },
  })
}

/** The field a condition looks at, if any, and what it wants of it. */
function prepare(
  db: ReadHandle,
  sources: BehindSources,
  condition: LeadsBehind['condition'],
): { readonly fields: readonly Field[]; readonly test: ColumnTest } {
  if (condition.kind === 'all') return { fields: [], test: () => () => true }
  const field = sources.manifest.fields.find(({ name }) => name === condition.field)
  if (!field) {
    return refuse(
      'field_unknown',
      `The model has no field "${condition.field}".`,
      'Look at the report again.',
    )
  }
  const levels = field.type === 'category' ? readLevels(db, field.name) : []
  const known =
    condition.kind === 'unseen' ? levelsOf(db, sources, field, condition.baseline) : new Set<string>()
  return { fields: [field], test: testColumn(condition, levels, known) }
}

/** The categories that a baseline holds. */
function levelsOf(
  db: ReadHandle,
  { manifest, reference, clock }: BehindSources,
  field: Field,
  baseline: Baseline,
): ReadonlySet<string> {
  const column =
    baseline.kind === 'reference'
      ? reference()?.columns[manifest.fields.indexOf(field)]
      : readWindow(db, [field], windowChunks(db, baseline.window, clock.nowMs())).columns[0]
  return column?.kind === 'category' ? heldLevels(column) : new Set()
}

function heldLevels({ codes, levels }: Extract<SampleColumn, { kind: 'category' }>): ReadonlySet<string> {
  const held = new Set<string>()
  for (const code of new Set(codes)) if (code !== 0) held.add(levels[code] ?? '')
  return held
}
