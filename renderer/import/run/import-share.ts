/** How far a job is. */
import type { ImportProgress } from '../../../electron/contract/importing.ts'

/** Share of the file that has been read, 0 to 1; 0 before the first word from the engine. */
export function importShare(progress: ImportProgress | null): number {
  if (!progress || progress.bytesTotal === 0) return 0
  return Math.min(1, progress.bytesRead / progress.bytesTotal)
}
