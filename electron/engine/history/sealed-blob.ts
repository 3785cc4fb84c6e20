/**
 * The envelope of a chunk's blobs: version byte, digest of all that follows, compression byte, payload. The digest
 * tells damage from data before anything is read out of it, wherever the damage happened.
 */
import { hash } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { refuse } from '../../contract/result.ts'

const VERSION = 1
const STORED = 0
const ZSTD = 1
/** Half of a SHA-256: no protection against forgery is asked for, and a chunk of one lead stays small. */
const DIGEST_BYTES = 16
const SEALED_FROM = 1 + DIGEST_BYTES
const HEADER_BYTES = SEALED_FROM + 1
/** Below this, compressing costs a single score more time than it saves in pages. */
const WORTH_COMPRESSING = 4096
/** A chunk of 1,024 leads with the longest texts stays below this. */
const MAX_PAYLOAD_BYTES = 512 * 1024 * 1024

/** Level 1: level 3 saves a tenth of the bytes and takes up to half as long again. */
const zstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Wraps a payload; `packing` null leaves it as it is. */
export function sealBlob(
  payload: Uint8Array,
  packing: 'compressed' | null = 'compressed',
): Uint8Array<ArrayBuffer> {
  const compress = packing === 'compressed' && payload.length >= WORTH_COMPRESSING
  const stored = compress ? zstdCompressSync(payload, zstdOptions) : payload
  const blob = new Uint8Array(HEADER_BYTES + stored.length)
  blob[0] = VERSION
  blob[SEALED_FROM] = compress ? ZSTD : STORED
  blob.set(stored, HEADER_BYTES)
  blob.set(digestOf(blob), 1)
  return blob
}

/** The payload; refuses one that is damaged or of a version this app does not know. */
export function openBlob(blob: Uint8Array): Uint8Array {
  if (blob[0] !== VERSION || blob.length < HEADER_BYTES) damaged()
  if (!digestOf(blob).equals(blob.subarray(1, SEALED_FROM))) damaged()
  const stored = blob.subarray(HEADER_BYTES)
  const compression = blob[SEALED_FROM]
  if (compression === STORED) return stored
  if (compression === ZSTD) return zstdDecompressSync(stored, { maxOutputLength: MAX_PAYLOAD_BYTES })
  return damaged()
}

function digestOf(blob: Uint8Array): Buffer {
  return hash('sha256', blob.subarray(SEALED_FROM), 'buffer').subarray(0, DIGEST_BYTES)
}

function damaged(): never {
  refuse(
    'history_damaged',
    'A part of the stored leads is damaged and cannot be read.',
    'The other leads are not affected. A backup may still hold this part.',
  )
}
