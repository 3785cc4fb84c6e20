/** The texts of a workbook, which its cells name by number. */
import { csvCell } from '../csv/csv-text.ts'
import type { Archive } from './open-archive.ts'
import { lengthened, parseXml, unescapeText } from './parse-xml.ts'

const BLOCK_BYTES = 1024 ** 2

/** Texts kept as they will be written: UTF-8 bytes outside the heap, a fraction of what as many strings would take. */
export class SharedStrings {
  readonly #blocks: Buffer[] = []
  #filled = 0
  /** Block, start and end of each text. */
  #places = new Uint32Array(3 * 1024)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(text: string): void {
    const cell = csvCell(text)
    const bytes = Buffer.byteLength(cell)
    let block = this.#blocks.at(-1)
    if (!block || this.#filled + bytes > block.length) {
      block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, bytes))
      this.#blocks.push(block)
      this.#filled = 0
    }
    block.write(cell, this.#filled)
    this.#note(this.#blocks.length - 1, this.#filled, this.#filled + bytes)
    this.#filled += bytes
  }

  /** The text as a cell of a CSV file; null when the workbook has no such text. */
  cell(index: number): Buffer | null {
    if (!(index >= 0 && index < this.#count)) return null
    const at = index * 3
    const block = this.#blocks[this.#places[at] as number]
    return block?.subarray(this.#places[at + 1], this.#places[at + 2]) ?? null
  }

  #note(block: number, start: number, end: number): void {
    if (this.#count * 3 === this.#places.length) {
      const grown = new Uint32Array(this.#places.length * 2)
      grown.set(this.#places)
      this.#places = grown
    }
    this.#places.set([block, start, end], this.#count * 3)
    this.#count++
  }
}

/** Reads the texts of a workbook. Pieces in several styles are one text; a reading aid in small print is left out. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  goOn: () => boolean,
): Promise<SharedStrings> {
  const strings = new SharedStrings()
  const pieces = part === null ? null : archive.read(part)
  if (!pieces) return strings
  let text = ''
  let inText = false
  let aside = 0
  await parseXml(
    await pieces,
    {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') aside++
        inText = name === 't' && aside === 0
      },
      text(piece) {
        if (inText) text = lengthened(text, piece)
      },
      close(name) {
        inText = false
        if (name === 'rPh') aside--
        else if (name === 'si') strings.add(unescapeText(text))
      },
    },
    goOn,
  )
  return strings
}
