/** Where an import reads from: a file opened for reading and never changed, or bytes in memory. */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { refuse } from '../../../contract/result.ts'
import { MAX_FILE_BYTES, SAMPLE_BYTES } from '../limits.ts'

export interface ByteSource {
  /** Name without folders. */
  readonly fileName: string
  /** Size; an estimate where the text is made while it is read. */
  readonly bytes: number
  /** Fills `into` from `position` on as far as there are bytes; says how many it read, 0 at the end. */
  read(into: Uint8Array, position: number): number
  /** The last bytes, about `limit` of them, and whether they are all there are. */
  readEnd(limit: number): Sample
  /** The exact size; takes a reading of the whole file where `bytes` is an estimate. */
  measure(): number
  close(): void
}

/** Opens a file; refuses in a sentence what is missing, a folder, empty, too large or not allowed. */
export function openByteSource(path: string): ByteSource {
  const fileName = basename(path)
  const file = openRegularFile(path, fileName)
  const { size } = fstatSync(file)
  if (size === 0 || size > MAX_FILE_BYTES) closeSync(file)
  if (size === 0)
    refuse('empty_file', `The file "${fileName}" is empty.`, 'Export it again and choose the new file.')
  if (size > MAX_FILE_BYTES) {
    refuse('too_large', `The file "${fileName}" is larger than 2 GB.`, 'Split it into smaller files.', {
      bytes: size,
      limit: MAX_FILE_BYTES,
    })
  }
  return openFileSource(file, fileName, size)
}

/** An open file as a source, which closes it. */
export function openFileSource(file: number, fileName: string, bytes: number): ByteSource {
  return sized(fileName, bytes, {
    read: (into, position) => readSync(file, into, 0, into.length, position),
    close: () => closeSync(file),
  })
}

function openRegularFile(path: string, fileName: string): number {
  try {
    // Looked at before it is opened: opening a pipe would wait for ever.
    const stats = statSync(path)
    if (stats.isDirectory())
      refuse('folder', `"${fileName}" is a folder, not a file.`, 'Choose a file inside it.')
    if (!stats.isFile())
      refuse('not_a_file', `"${fileName}" is not a file.`, 'Choose a CSV file or an Excel workbook (.xlsx).')
    return openSync(path, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      refuse('file_not_found', `There is no file "${fileName}".`, 'Check the name and the folder.')
    }
    if (code === 'EACCES' || code === 'EPERM') {
      refuse(
        'file_not_readable',
        `You may not read the file "${fileName}".`,
        'Ask its owner, or copy it to a folder of yours.',
      )
    }
    throw error
  }
}

/** Bytes in memory as a source. */
export function memorySource(bytes: Uint8Array, fileName = 'leads.csv'): ByteSource {
  return sized(fileName, bytes.length, {
    read(into, position) {
      const piece = bytes.subarray(position, position + into.length)
      into.set(piece)
      return piece.length
    },
    close: () => {},
  })
}

/** A source of known size, read anywhere. */
function sized(
  fileName: string,
  bytes: number,
  { read, close }: Pick<ByteSource, 'read' | 'close'>,
): ByteSource {
  return {
    fileName,
    bytes,
    read,
    readEnd: (limit) => ({
      bytes: readBytes({ read }, Math.max(0, bytes - limit), Math.min(limit, bytes)),
      whole: bytes <= limit,
    }),
    measure: () => bytes,
    close,
  }
}

/** As many of the bytes from `position` on as there are, at most `limit`. */
export function readBytes({ read }: Pick<ByteSource, 'read'>, position: number, limit: number): Buffer {
  const bytes = Buffer.allocUnsafe(limit)
  let filled = 0
  while (filled < limit) {
    const count = read(bytes.subarray(filled), position + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

/** The beginning or the end of a file, and whether it is all of it. */
export interface Sample {
  readonly bytes: Buffer
  readonly whole: boolean
}

/** Reads the beginning of the file. */
export function readSample(source: ByteSource): Sample {
  const bytes = readBytes(source, 0, SAMPLE_BYTES + 1)
  return { bytes: bytes.subarray(0, SAMPLE_BYTES), whole: bytes.length <= SAMPLE_BYTES }
}
