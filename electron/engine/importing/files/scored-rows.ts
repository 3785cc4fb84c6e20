/** The rows of a scored copy, in the order of their file or by score. */
import type { Files } from '../../platform/files.ts'
import type { OutFile } from '../../workers/import-operations.ts'
import { type AtomicFile, temporaryBeside } from './atomic-file.ts'
import { createBufferedFile, refuseWhereNotWritable } from './buffered-file.ts'
import { type OutFilePlace, openOutFile } from './open-out-file.ts'

/** Where rows go once their score is known. */
export interface ScoredRows {
  begin(header: Uint8Array): void
  add(row: Uint8Array, score: number): void
  finish(): void
  /** Leaves nothing behind. After `finish` it does nothing. */
  discard(): void
}

/** Begins the scored copy that the user asked for; refuses a place where it would destroy something. */
export function openScoredRows(
  { path, order }: OutFile,
  place: Omit<OutFilePlace, 'path'>,
  files: Files,
): ScoredRows {
  const file = openOutFile({ path, ...place }, files)
  if (order === 'as-read') return rowsAsRead(file)
  try {
    return rowsByScore(file, path, files)
  } catch (error) {
    file.discard()
    throw error
  }
}

/** Writes the rows as they come. */
export function rowsAsRead(file: AtomicFile): ScoredRows {
  return {
    begin: (header) => file.write(header),
    add: (row) => file.write(row),
    finish: () => file.finish(),
    discard: () => file.discard(),
  }
}

/**
 * Writes the best rows first, equal ones in the order they came. Until all are known they wait in a file beside `path`,
 * because a long file does not fit in memory.
 */
function rowsByScore(file: AtomicFile, path: string, files: Files): ScoredRows {
  const waitingPath = temporaryBeside(path)
  const waiting = refuseWhereNotWritable(path, () => {
    files.ensurePrivateFile(waitingPath)
    return files.openExisting(waitingPath)
  })
  const buffered = createBufferedFile(waiting, path, files)
  const scores: number[] = []
  /** Where each row begins, and where the last one ends. */
  const offsets = [0]
  let open = true

  function removeWaiting(): void {
    if (!open) return
    open = false
    files.close(waiting)
    files.remove(waitingPath)
  }

  return {
    begin: (header) => file.write(header),
    add(row, score) {
      buffered.write(row)
      scores.push(score)
      offsets.push((offsets.at(-1) ?? 0) + row.length)
    },
    finish() {
      buffered.flush()
      for (const position of bestFirst(scores)) {
        const start = offsets[position] ?? 0
        const row = Buffer.allocUnsafe((offsets[position + 1] ?? start) - start)
        files.readAt(waiting, row, start)
        file.write(row)
      }
      removeWaiting()
      file.finish()
    },
    discard() {
      removeWaiting()
      file.discard()
    },
  }
}

function bestFirst(scores: readonly number[]): Uint32Array {
  const score = (position: number) => scores[position] ?? 0
  return Uint32Array.from(scores, (_, position) => position).sort((a, b) => score(b) - score(a) || a - b)
}
