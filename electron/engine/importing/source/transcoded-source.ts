/** A file in another encoding as a source of UTF-8, converted while it is read. */
import type { Encoding } from '../../../contract/import-settings.ts'
import { PIECE_BYTES } from '../limits.ts'
import { type ByteSource, readBytes } from './byte-source.ts'
import { createTranscoder, OUTPUT_FACTOR, type Transcoder } from './transcode.ts'

/** Bytes of the file that tell how much longer the text gets. */
const TRIAL_BYTES = 256 * 1024

/**
 * The text of `raw` from `skip` (the byte order mark) on. Made for reading from front to back: reading from an earlier
 * position begins again, which takes about a second for a gigabyte.
 */
export function transcodedSource(raw: ByteSource, encoding: Encoding, skip: number): ByteSource {
  const transcode = createTranscoder(encoding)
  let reader = createReader(raw, transcode, skip)
  const trial = textOf(readBytes(raw, skip, TRIAL_BYTES), transcode)
  const trialBytes = Math.max(1, Math.min(TRIAL_BYTES, raw.bytes - skip))
  return {
    fileName: raw.fileName,
    bytes: Math.round(((raw.bytes - skip) * trial.length) / trialBytes),
    read(into, position) {
      if (position < reader.position) reader = createReader(raw, transcode, skip)
      return reader.read(into, position)
    },
    readEnd(limit) {
      const bytes = raw.bytes - skip
      if (bytes <= limit) return { bytes: textOf(raw.readEnd(bytes).bytes, transcode), whole: true }
      // Begun on a whole character, as they are two bytes wide in some encodings.
      const wanted = (bytes - limit) % 2 === 0 ? limit : limit - 1
      return { bytes: textOf(raw.readEnd(wanted).bytes, transcode), whole: false }
    },
    measure() {
      const counting = createReader(raw, transcode, skip)
      return counting.skipTo(Number.POSITIVE_INFINITY)
    },
    close: () => raw.close(),
  }
}

function textOf(bytes: Buffer, transcode: Transcoder): Buffer {
  const text = Buffer.allocUnsafe(bytes.length * OUTPUT_FACTOR)
  return text.subarray(0, transcode(bytes, text, true).written)
}

interface Reader {
  /** Position in the text of the next byte. */
  readonly position: number
  read(into: Uint8Array, position: number): number
  /** Leaves text out up to a position or to the end; the position reached. */
  skipTo(position: number): number
}

function createReader(raw: ByteSource, transcode: Transcoder, skip: number): Reader {
  const input = Buffer.allocUnsafe(PIECE_BYTES)
  const text = Buffer.allocUnsafe(PIECE_BYTES * OUTPUT_FACTOR)
  let rawPosition = skip
  /** Bytes at the beginning of `input` that the last conversion left. */
  let left = 0
  let from = 0
  let to = 0
  let ended = false
  /** Position in the text of `text[from]`. */
  let position = 0

  function convertMore(): boolean {
    while (from === to) {
      if (ended) return false
      const read = raw.read(input.subarray(left), rawPosition)
      rawPosition += read
      ended = read === 0
      const filled = left + read
      const done = transcode(input.subarray(0, filled), text, ended)
      input.copyWithin(0, done.read, filled)
      left = filled - done.read
      from = 0
      to = done.written
    }
    return true
  }

  function take(bytes: number): number {
    const count = Math.min(bytes, to - from)
    from += count
    position += count
    return count
  }

  function skipTo(target: number): number {
    while (position < target && convertMore()) take(target - position)
    return position
  }

  return {
    get position() {
      return position
    },
    skipTo,
    read(into, target) {
      if (skipTo(target) < target || !convertMore()) return 0
      const start = from
      const count = take(into.length)
      into.set(text.subarray(start, start + count))
      return count
    },
  }
}
