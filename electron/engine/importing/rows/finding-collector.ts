/** Gathers what is to be said about the rows of a file; however many there are, it stays small. */
import type { Finding } from '../../../contract/importing.ts'
import { counted, shortened } from '../words.ts'

/** Rows named in one finding; the others are counted. */
const ROWS = 100
const TEXT_CHARACTERS = 200

/** Says how many rows, in a whole sentence. */
export type FindingSentence = (rows: string, count: number) => string

interface Group {
  readonly code: string
  readonly sentence: FindingSentence
  readonly column: string | undefined
  readonly text: string
  readonly rows: number[]
  count: number
}

export class FindingCollector {
  readonly #groups = new Map<string, Group>()

  /** Notes one row; rows with the same code and column become one finding, which shows the text of the first. */
  note(code: string, row: number, text: string, sentence: FindingSentence, column?: string): void {
    const key = `${code} ${column ?? ''}`
    let group = this.#groups.get(key)
    if (!group) {
      group = { code, sentence, column, text: shortened(text, TEXT_CHARACTERS), rows: [], count: 0 }
      this.#groups.set(key, group)
    }
    group.count++
    if (group.rows.length < ROWS && group.rows.at(-1) !== row) group.rows.push(row)
  }

  /** The findings, in the order they were met first. */
  findings(): Finding[] {
    return [...this.#groups.values()].map(({ code, sentence, column, text, rows, count }) => ({
      code,
      message: sentence(counted(count, 'row'), count),
      rows,
      ...(column === undefined ? {} : { column }),
      ...(text === '' ? {} : { text }),
    }))
  }
}
