/** Bytes on their way to a file, written in large pieces. */
import { basename } from 'node:path'
import { refuse } from '../../../contract/result.ts'
import type { Files } from '../../platform/files.ts'

const BUFFER_BYTES = 256 * 1024

/** What to do where a file cannot be written. */
export const CHOOSE_ANOTHER = 'Choose another place for it.'

/** A file that is written in large pieces. */
export interface BufferedFile {
  write(bytes: Uint8Array): void
  flush(): void
}

/** Gathers bytes for the open `file`; refuses in a sentence about `path`, the file that the user asked for. */
export function createBufferedFile(file: number, path: string, files: Files): BufferedFile {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES)
  let filled = 0

  function flush(): void {
    if (filled > 0) refuseWhereNotWritable(path, () => files.write(file, buffer.subarray(0, filled)))
    filled = 0
  }

  return {
    write(bytes) {
      if (filled + bytes.length > BUFFER_BYTES) flush()
      if (bytes.length > BUFFER_BYTES) refuseWhereNotWritable(path, () => files.write(file, bytes))
      else {
        buffer.set(bytes, filled)
        filled += bytes.length
      }
    },
    flush,
  }
}

/** Does something to a file; what the system says against it becomes a sentence about `path`. */
export function refuseWhereNotWritable<T>(path: string, action: () => T): T {
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
