/** The records of a file, read piece by piece; memory does not depend on the file's size. */
import { isUtf8 } from 'node:buffer'
import { PIECE_BYTES } from '../limits.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { withoutCutCharacter } from '../source/utf8.ts'
import { NUL } from './ascii.ts'
import { type CsvRecord, CsvTokenizer } from './csv-tokenizer.ts'

/** What is wrong with the bytes of a record. */
export type ByteDamage = 'encoding_invalid_bytes' | 'not_text'

/** Bytes of a character that can lie before a cut. */
const CUT_BYTES = 3

/** Gives the records of a file, one after the other. */
export class RecordSource {
  readonly #source: ByteSource
  readonly #tokenizer: CsvTokenizer
  /** One piece, with room before it for the bytes of a character that the piece before cut in two. */
  readonly #buffer = Buffer.allocUnsafe(CUT_BYTES + PIECE_BYTES)
  #cutBytes = 0
  /** Position in the file of the first record. */
  readonly #offset: number
  #position: number
  #ended = false
  /** The stretch of the file in which some bytes are damaged. */
  #damagedFrom = Number.POSITIVE_INFINITY
  #damagedTo = 0

  /** Where reading ends, though the file may go on. */
  readonly #end: number

  /** Records from `offset` up to `end`, both positions in the text. */
  constructor(source: ByteSource, offset: number, delimiter: number, end = Number.POSITIVE_INFINITY) {
    this.#source = source
    this.#offset = offset
    this.#position = offset
    this.#end = end
    this.#tokenizer = new CsvTokenizer(delimiter)
  }

  get record(): CsvRecord {
    return this.#tokenizer.record
  }

  /** Position in the file after the record. */
  get nextOffset(): number {
    return this.#offset + this.#tokenizer.record.nextOffset
  }

  expectColumns(columns: number): void {
    this.#tokenizer.expectColumns(columns)
  }

  /** Goes to the next record; false at the end of the file. */
  next(): boolean {
    while (!this.#tokenizer.next()) {
      if (this.#ended) return false
      this.#readPiece()
    }
    return true
  }

  /** Whether the record's bytes are no text in UTF-8. */
  damage(): ByteDamage | null {
    const { offset, nextOffset, bytes, start, end } = this.#tokenizer.record
    if (this.#offset + nextOffset <= this.#damagedFrom || this.#offset + offset >= this.#damagedTo)
      return null
    const text = bytes.subarray(start, end)
    if (text.includes(NUL)) return 'not_text'
    return isUtf8(text) ? null : 'encoding_invalid_bytes'
  }

  #readPiece(): void {
    const room = Math.min(PIECE_BYTES, this.#end - this.#position)
    const read = this.#source.read(this.#buffer.subarray(CUT_BYTES, CUT_BYTES + room), this.#position)
    this.#checkPiece(read)
    if (read === 0) {
      this.#ended = true
      this.#tokenizer.end()
      return
    }
    this.#tokenizer.feed(this.#buffer.subarray(CUT_BYTES, CUT_BYTES + read))
    this.#position += read
  }

  /** Whole pieces are checked, as that is far faster than records; only where one fails are its records looked at. */
  #checkPiece(read: number): void {
    const text = this.#buffer.subarray(CUT_BYTES - this.#cutBytes, CUT_BYTES + read)
    const whole = read === 0 ? text : withoutCutCharacter(text)
    if (!isUtf8(whole) || whole.includes(NUL)) {
      this.#damagedFrom = Math.min(this.#damagedFrom, this.#position - this.#cutBytes)
      this.#damagedTo = this.#position + read
    }
    this.#cutBytes = text.length - whole.length
    text.copy(this.#buffer, CUT_BYTES - this.#cutBytes, whole.length)
  }
}
