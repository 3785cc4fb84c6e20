/** A running SHA-256 of a text while it is read: what an import that goes on compares the file with. */
import { createHash, type Hash } from 'node:crypto'
import { PIECE_BYTES } from '../limits.ts'
import type { ByteSource } from '../source/byte-source.ts'

/** What was read of a text, as far as it is asked for in order. */
export interface TextDigest {
  /** The text, read through the digest. */
  readonly source: ByteSource
  /** Digest of the bytes up to `offset`, which never goes back. */
  upTo(offset: number): string
}

/**
 * Reads a text through a digest. `hash` holds the bytes up to `from` already; reading goes on there. Bytes are kept until
 * it is known on which side of a checkpoint they lie.
 */
export function digestWhileReading(source: ByteSource, hash: Hash, from: number): TextDigest {
  let kept = Buffer.allocUnsafe(PIECE_BYTES * 4)
  /** Position of the first byte kept, and how many there are. */
  let position = from
  let length = 0

  function keep(bytes: Uint8Array): void {
    if (length + bytes.length > kept.length) {
      const grown = Buffer.allocUnsafe((length + bytes.length) * 2)
      kept.copy(grown, 0, 0, length)
      kept = grown
    }
    kept.set(bytes, length)
    length += bytes.length
  }

  return {
    source: {
      ...source,
      read(into, at) {
        const count = source.read(into, at)
        if (at === position + length) keep(into.subarray(0, count))
        return count
      },
    },
    upTo(offset) {
      const passed = offset - position
      if (passed < 0 || passed > length) throw new RangeError(`byte ${offset} was not read`)
      hash.update(kept.subarray(0, passed))
      kept.copyWithin(0, passed, length)
      position = offset
      length -= passed
      return hash.copy().digest('hex')
    },
  }
}

/** Bytes hashed between two looks at whether the user has cancelled. */
const BYTES_AT_A_TIME = 1024 * 1024

/** A hash of the first `bytes` of a text; null when it is shorter, or when it was cancelled. */
export function hashBeginning(
  source: Pick<ByteSource, 'read'>,
  bytes: number,
  cancelled: () => boolean = () => false,
): Hash | null {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(BYTES_AT_A_TIME)
  for (let position = 0; position < bytes; ) {
    if (cancelled()) return null
    const count = source.read(piece.subarray(0, Math.min(piece.length, bytes - position)), position)
    if (count === 0) return null
    hash.update(piece.subarray(0, count))
    position += count
  }
  return hash
}
