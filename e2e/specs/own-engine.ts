/** An engine of the spec's own, to compare what stands on screen with what it says. */
import { join } from 'node:path'
import { withEngine } from '../../electron/cli/with-engine.ts'
import type { DriftRequest } from '../../electron/contract/drift.ts'
import type { Engine } from '../../electron/engine/engine.ts'

/** What Monitor looks at unless somebody chooses something else. */
export const LAST_30_DAYS: DriftRequest = {
  window: { kind: 'days', days: 30 },
  baseline: { kind: 'reference' },
  rule: 'size-aware',
}

/** Asks an engine that opens the app's data folder, for reading only. */
export function ask<T>(userData: string, question: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine({ data: join(userData, 'data') }, 'read', question)
}
