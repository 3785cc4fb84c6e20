/** A file that appears whole or not at all: written under another name, then moved into place. */
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { refuse } from '../../../contract/result.ts'
import type { Files } from '../../platform/files.ts'
import { CHOOSE_ANOTHER, createBufferedFile, refuseWhereNotWritable } from './buffered-file.ts'

export interface AtomicFile {
  write(bytes: Uint8Array): void
  /** Puts the file into place, replacing one of that name. */
  finish(): void
  /** Leaves nothing behind. After `finish` it does nothing. */
  discard(): void
}

/** Begins a file; refuses in a sentence where it cannot be written. */
export function createAtomicFile(path: string, files: Files): AtomicFile {
  if (files.kind(path) === 'folder')
    refuse('file_not_writable', `"${basename(path)}" is a folder.`, CHOOSE_ANOTHER)
  const temporary = temporaryBeside(path)
  const file = refuseWhereNotWritable(path, () => files.open(temporary))
  const buffered = createBufferedFile(file, path, files)
  let open = true

  return {
    write: buffered.write,
    finish() {
      buffered.flush()
      refuseWhereNotWritable(path, () => files.fsync(file))
      files.close(file)
      open = false
      try {
        refuseWhereNotWritable(path, () => files.rename(temporary, path))
      } catch (error) {
        files.remove(temporary)
        throw error
      }
    },
    discard() {
      if (!open) return
      open = false
      files.close(file)
      files.remove(temporary)
    },
  }
}

/** A name for what is under way to `path`, on the same disk and like no other. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
}
