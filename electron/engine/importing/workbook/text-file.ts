/** The text a workbook becomes: written through a buffer to an open file, up to a limit. */
import { writeSync } from 'node:fs'
import { refuse } from '../../../contract/result.ts'
import { MAX_UNPACKED_BYTES } from '../limits.ts'

const BUFFER_BYTES = 256 * 1024

/** A text that is being written; more than the limit is refused. */
export class TextFile {
  readonly #file: number
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  #filled = 0
  #written = 0

  constructor(file: number) {
    this.#file = file
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#written + this.#filled
  }

  writeText(text: string): void {
    // Three bytes a character is the most there is.
    if (text.length * 3 <= BUFFER_BYTES - this.#filled) this.#filled += this.#buffer.write(text, this.#filled)
    else this.writeBytes(Buffer.from(text))
  }

  writeBytes(bytes: Uint8Array): void {
    if (bytes.length > BUFFER_BYTES - this.#filled) this.flush()
    if (bytes.length > BUFFER_BYTES) {
      this.#put(bytes)
      return
    }
    this.#buffer.set(bytes, this.#filled)
    this.#filled += bytes.length
  }

  /** Writes what is still in the buffer. */
  flush(): void {
    this.#put(this.#buffer.subarray(0, this.#filled))
    this.#filled = 0
  }

  #put(bytes: Uint8Array): void {
    this.#written += bytes.length
    // A text that is stored once may stand in a million cells.
    if (this.#written > MAX_UNPACKED_BYTES) {
      refuse(
        'too_large',
        'The sheet holds more than 200 MB of text.',
        'Split it, or save it as "CSV UTF-8".',
        { bytes: this.#written, limit: MAX_UNPACKED_BYTES },
      )
    }
    try {
      for (let from = 0; from < bytes.length; ) from += writeSync(this.#file, bytes, from)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      refuse('disk_full', 'The disk that holds the data folder is full.', 'Free some space and try again.')
    }
  }
}
