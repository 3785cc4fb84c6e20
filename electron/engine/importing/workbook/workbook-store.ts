/** Where the text of a workbook lies while it is read: in a file of the data folder that has no name any more. */
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, refuse } from '../../../contract/result.ts'
import { type ByteSource, openFileSource } from '../source/byte-source.ts'
import type { WorkbookText } from './convert-workbook.ts'

export interface StoredText {
  readonly text: WorkbookText
  /** The text under a file's name; closing it does not end the others. */
  source(fileName: string): ByteSource
}

export interface WorkbookStore {
  /** The text with this key, made by `convert` unless it is the one made last. Cancelling waits for nothing. */
  get(key: string, convert: (file: number) => Promise<WorkbookText>, signal: AbortSignal): Promise<StoredText>
  close(): void
}

interface Kept {
  readonly key: string
  readonly file: number
  readonly text: WorkbookText
  /** Sources that are open, and one more while it is the text made last. */
  uses: number
}

/** A store that keeps one text. Memory would do for small ones, but 200 MB are too much beside an import. */
export function createWorkbookStore(dataDir: string): WorkbookStore {
  let last: Kept | null = null

  function release(kept: Kept): void {
    kept.uses--
    if (kept.uses === 0) closeSync(kept.file)
  }

  function keep(kept: Kept | null): void {
    if (last) release(last)
    last = kept
  }

  return {
    async get(key, convert, signal) {
      if (last?.key !== key) keep(await fill(dataDir, key, convert, signal))
      const kept = last
      if (!kept) throw new Error('the text of a workbook was let go of while it was opened')
      return {
        text: kept.text,
        source(fileName) {
          kept.uses++
          const source = openFileSource(kept.file, fileName, kept.text.bytes)
          return { ...source, close: () => release(kept) }
        },
      }
    },
    close: () => keep(null),
  }
}

async function fill(
  dataDir: string,
  key: string,
  convert: (file: number) => Promise<WorkbookText>,
  signal: AbortSignal,
): Promise<Kept> {
  const file = openNameless(dataDir)
  const converted = convert(file)
  try {
    return { key, file, text: await unlessCancelled(converted, signal), uses: 1 }
  } catch (error) {
    // A thread that is just starting sees late that it is cancelled; until then it may write.
    const close = () => closeSync(file)
    void converted.then(close, close)
    throw error
  }
}

function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () =>
      reject(new Refusal({ code: 'cancelled', message: 'Reading the workbook was cancelled.' }))
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}

const PREFIX = 'workbook-text-'

/**
 * A new file for the user alone that loses its name at once: whatever happens to the process, nothing stays. Where
 * a system will not take the name of an open file, the next one does.
 */
function openNameless(dataDir: string): number {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(dataDir)) if (name.startsWith(PREFIX)) removeQuietly(join(dataDir, name))
    const path = join(dataDir, `${PREFIX}${randomUUID()}`)
    const file = openSync(path, 'wx+', 0o600)
    removeQuietly(path)
    return file
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(
      'data_folder_not_writable',
      'The workbook cannot be unpacked, because nothing can be written to the data folder.',
      'Save the sheet as "CSV UTF-8" and choose that file.',
      { reason },
    )
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Another program looks at it; it holds nothing that the next opening would not remove.
  }
}
