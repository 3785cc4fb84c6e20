/** A file that appears whole or not at all: written under another name, then moved into place. */
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { refuse } from '../../../contract/result.ts'
import type { Files } from '../../platform/files.ts'

const BUFFER_BYTES = 256 * 1024

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
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  const file = attempt(path, () => files.open(temporary))
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES)
  let filled = 0
  let open = true

  function flush(): void {
    if (filled > 0) attempt(path, () => files.write(file, buffer.subarray(0, filled)))
    filled = 0
  }

  return {
    write(bytes) {
      if (filled + bytes.length > BUFFER_BYTES) flush()
      if (bytes.length > BUFFER_BYTES) attempt(path, () => files.write(file, bytes))
      else {
        buffer.set(bytes, filled)
        filled += bytes.length
      }
    },
    finish() {
      flush()
      attempt(path, () => files.fsync(file))
      files.close(file)
      open = false
      try {
        attempt(path, () => files.rename(temporary, path))
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

const CHOOSE_ANOTHER = 'Choose another place for it.'

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const reasons: Readonly<Record<string, string>> = {
      ENOSPC: 'the disk is full',
      ENOENT: 'its folder does not exist',
      ENOTDIR: 'its folder does not exist',
      EACCES: 'you may not write there',
      EPERM: 'you may not write there',
      EROFS: 'you may not write there',
    }
    const reason = reasons[code] ?? `the system says ${code}`
    return refuse(
      'file_not_writable',
      `The file "${basename(path)}" cannot be written: ${reason}.`,
      CHOOSE_ANOTHER,
    )
  }
}
