/** Goes on with an import that stopped, where its file is the same still. */
import type { Hash } from 'node:crypto'
import { refuse } from '../../../contract/result.ts'
import type { ResumableBatch } from '../../history/resumable-batch.ts'
import type { OpenedFile } from '../source/open-text.ts'
import type { StoppedImport } from './history-of-imports.ts'
import { hashBeginning } from './text-digest.ts'

const ANEW = 'Import the file anew; leads that are known already can be skipped.'

/** The path to read from; refuses when nobody knows where the file is. */
export function pathOf({ filePath }: ResumableBatch, given: string | null): string {
  return (
    given ??
    filePath ??
    refuse('file_unknown', 'It is not known where the file of this import is.', 'Say where it is.')
  )
}

/**
 * The digest of the text up to the checkpoint; refuses a file that is not the one the import began with. What comes
 * after the checkpoint was never read, so that nothing but the size can tell whether it has changed.
 */
export function requireSameFile(
  file: OpenedFile,
  { batch, fileName, fileBytes, checkpoint }: ResumableBatch,
  cancelled: () => boolean,
): Hash {
  const hash =
    file.fileBytes === fileBytes ? hashBeginning(file.source, checkpoint.byteOffset, cancelled) : null
  if (cancelled()) refuse('cancelled', 'The import was stopped before it went on.')
  if (hash && (checkpoint.digest === null || hash.copy().digest('hex') === checkpoint.digest)) return hash
  return refuse(
    'file_changed',
    `The file "${file.source.fileName}" is not the one this import began with${file.source.fileName === fileName ? ', or has changed since' : `, "${fileName}"`}.`,
    `Choose that file, or: ${ANEW.charAt(0).toLowerCase()}${ANEW.slice(1)}`,
    { batch },
  )
}

/** The newest import of this very file that stopped half-way; null when there is none. */
export function findUnfinished(
  file: OpenedFile,
  stopped: readonly StoppedImport[],
  cancelled: () => boolean,
): StoppedImport | null {
  for (const candidate of stopped) {
    const { checkpoint, settings } = candidate.resumable
    // The digest is one of the text, which is another one in another encoding or sheet.
    if (settings.read.encoding !== file.encoding || (settings.read.sheet ?? null) !== file.sheet) continue
    const hash = hashBeginning(file.source, checkpoint.byteOffset, cancelled)
    if (hash?.digest('hex') === checkpoint.digest) return candidate
    if (cancelled()) return null
  }
  return null
}
