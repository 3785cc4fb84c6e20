/** Where drift reports come from. */
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import type { ReadHandle } from '../../history/connection.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reference } from '../windows/read-reference.ts'

/** What reports are made from. */
export interface DriftSources {
  /** null while there is no history. */
  readonly db: () => ReadHandle | null
  readonly manifest: Manifest
  /** Reads the active model's reference; null for a model without. */
  readonly reference: () => Reference | null
  readonly clock: Clock
  /** Room for the columns of a window that are held at once; as `readByField` has it where nothing is said. */
  readonly columnBytes?: number
}
