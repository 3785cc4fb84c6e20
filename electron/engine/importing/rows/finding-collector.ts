/** Gathers what is to be said about the rows of a file; however many there are, it stays small, and it can be laid aside as JSON. */
import { hash } from 'node:crypto'
import { z } from 'zod'
import type { FieldValue } from '../../../../model/bundle/field.ts'
import { type CellIssue, LONGEST_FIXABLE_TEXT } from '../../../contract/importing.ts'
import { shortened } from '../../sentences/shortened.ts'
import {
  moreUnreadSentence,
  ROW_FINDINGS,
  type RowFinding,
  repairedSentence,
  rowSentence,
  TEXT_FINDINGS,
  type TextFinding,
  textSentence,
  unreadSentence,
} from './finding-sentences.ts'
import { type WeighedFinding, weighByCode } from './order-findings.ts'
import type { CellRemark } from './read-cell.ts'

/** Rows named in one finding; the others are counted. */
const ROWS = 100
const TEXT_CHARACTERS = 200
const EXAMPLES = 3
/** Different texts of one column that get a finding of their own; the others share one. */
const OWN_TEXTS = 50
/** Of either kind: cells that are lost must not be hidden behind those that were repaired. */
const ISSUES = 500

const gathered = {
  /** Header of the column; empty for rows. */
  header: z.string(),
  message: z.string(),
  examples: z.array(z.strictObject({ row: z.number(), text: z.string(), readAs: z.string() })),
  /** Other texts than those of the examples were met. */
  others: z.boolean(),
  rows: z.array(z.number()),
  count: z.number(),
}
const groupSchema = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('rows'), code: z.enum(ROW_FINDINGS), ...gathered }),
  z.strictObject({ about: z.literal('text'), code: z.enum(TEXT_FINDINGS), ...gathered }),
  z.strictObject({ about: z.enum(['unread', 'moreUnread', 'repaired']), code: z.string(), ...gathered }),
])
type Group = z.infer<typeof groupSchema>

const stateSchema = z.array(z.tuple([z.string(), groupSchema]))

interface GatheredIssue extends CellIssue {
  count: number
  rows: number[]
}

/** A cell something is to be said about. */
export interface RemarkedCell {
  readonly row: number
  readonly column: number
  readonly header: string
  /** As it stands in the file. */
  readonly text: string
  /** What it was read as. */
  readonly value?: FieldValue
}

export interface FindingCollectorOptions {
  /** Also gathers `issues`. */
  readonly issues?: boolean
  /** What `save` gave, to go on from there. */
  readonly state?: string | null
}

/** Gathers findings while rows are read. */
export class FindingCollector {
  readonly #groups: Map<string, Group>
  readonly #issues: Map<string, GatheredIssue> | null
  readonly #issueCells = { missing: 0, repaired: 0 }
  /** Entries in `#issues`. */
  readonly #listed = { missing: 0, repaired: 0 }
  /** Texts with a finding of their own, by code and column. */
  readonly #ownTexts = new Map<string, number>()
  #changes = 0

  constructor({ issues = false, state = null }: FindingCollectorOptions = {}) {
    this.#issues = issues ? new Map() : null
    this.#groups = new Map(state === null ? [] : stateSchema.parse(JSON.parse(state)))
    for (const [key, { about }] of this.#groups) {
      if (about === 'unread') this.#countOwnText(key.slice(0, key.indexOf('\0')))
    }
  }

  /** How often something was noted; unchanged means that `save` gives the same. */
  get changes(): number {
    return this.#changes
  }

  /** Notes that a row that is accepted is odd. */
  noteRow(code: RowFinding, row: number): void {
    count(
      this.#group(code, () => ({ about: 'rows', code, ...nothing('', '') })),
      row,
    )
  }

  /** Notes a cell that could not be read, or was read as something else. */
  noteCell(remark: CellRemark, cell: RemarkedCell): void {
    if (this.#issues) this.#noteIssue(remark, cell)
    const group = remark.kind === 'missing' ? this.#unread(remark, cell) : this.#repaired(remark, cell)
    addExample(group, cell)
    count(group, cell.row)
  }

  /** Notes a text that is kept as it stands. */
  noteText(code: TextFinding, cell: RemarkedCell): void {
    const make = (): Group => ({ about: 'text', code, ...nothing(cell.header, '') })
    const group = this.#group(`${code} ${cell.column}`, make)
    addExample(group, cell)
    count(group, cell.row)
  }

  /** The findings, in the order they were met first. */
  findings(): WeighedFinding[] {
    return [...this.#groups.values()].map(weigh)
  }

  /** Cells that were not read as they stand, one entry for each text of a column, the first 500 of either kind. */
  issues(): CellIssue[] {
    return [...(this.#issues?.values() ?? [])]
  }

  /** How many cells were not read as they stand; nothing where issues are not gathered. */
  get issueCells(): Readonly<Record<CellIssue['kind'], number>> {
    return this.#issueCells
  }

  /** All of it but the issues, for `state`. */
  save(): string {
    return JSON.stringify([...this.#groups] satisfies z.input<typeof stateSchema>)
  }

  #group(key: string, make: () => Group): Group {
    this.#changes++
    const known = this.#groups.get(key)
    if (known) return known
    const made = make()
    this.#groups.set(key, made)
    return made
  }

  #unread({ code, message }: CellRemark, { column, header, text }: RemarkedCell): Group {
    const place = `${code} ${column}`
    const own = `${place}\0${textKey(text)}`
    if (!this.#groups.has(own) && this.#countOwnText(place) > OWN_TEXTS) {
      return this.#group(`${place} more`, () => ({ about: 'moreUnread', code, ...nothing(header, '') }))
    }
    return this.#group(own, () => ({ about: 'unread', code, ...nothing(header, message) }))
  }

  #repaired({ code }: CellRemark, { column, header }: RemarkedCell): Group {
    return this.#group(`${code} ${column}`, () => ({ about: 'repaired', code, ...nothing(header, '') }))
  }

  #countOwnText(place: string): number {
    const texts = Math.min(OWN_TEXTS, this.#ownTexts.get(place) ?? 0) + 1
    this.#ownTexts.set(place, texts)
    return texts
  }

  #noteIssue({ kind, code, message }: CellRemark, { row, column, header, text }: RemarkedCell): void {
    this.#issueCells[kind]++
    const key = `${column} ${code} ${textKey(text)}`
    let issue = this.#issues?.get(key)
    if (!issue) {
      if (this.#listed[kind] === ISSUES) return
      this.#listed[kind]++
      issue = {
        code,
        kind,
        column,
        header,
        text: shortened(text, LONGEST_FIXABLE_TEXT),
        message,
        count: 0,
        rows: [],
      }
      this.#issues?.set(key, issue)
    }
    count(issue, row)
  }
}

function weigh(group: Group): WeighedFinding {
  const { about, code, rows, count, header } = group
  const text = about === 'moreUnread' ? '' : (group.examples[0]?.text ?? '')
  const finding = {
    code,
    message: sentence(group),
    rows,
    count,
    ...(about === 'rows' ? {} : { column: header }),
    ...(text === '' ? {} : { text }),
  }
  switch (about) {
    case 'rows':
      return weighByCode(finding)
    case 'unread':
    case 'moreUnread':
      return { finding, effect: 'lost' }
    case 'repaired':
      return { finding, effect: 'changed' }
    case 'text':
      return { finding, effect: 'note' }
  }
}

/** Tells texts apart. A cell may hold a megabyte, and keys are laid aside with every group of an import. */
function textKey(text: string): string {
  return text.length <= TEXT_CHARACTERS ? text : `${text.length} ${hash('sha256', text)}`
}

function nothing(header: string, message: string) {
  return { header, message, examples: [], others: false, rows: [], count: 0 }
}

function count(group: { count: number; readonly rows: number[] }, row: number): void {
  group.count++
  if (group.rows.length < ROWS && group.rows.at(-1) !== row) group.rows.push(row)
}

function addExample(group: Group, { row, text, value }: RemarkedCell): void {
  if (group.others) return
  const cut = shortened(text, TEXT_CHARACTERS)
  if (group.examples.some((example) => example.text === cut)) return
  if (group.examples.length < EXAMPLES) group.examples.push({ row, text: cut, readAs: String(value ?? '') })
  else group.others = true
}

function sentence(group: Group): string {
  const { header, message, examples, others, rows, count } = group
  const first = examples[0] ?? { row: 0, text: '', readAs: '' }
  switch (group.about) {
    case 'rows':
      return rowSentence(group.code, rows, count)
    case 'unread':
      return unreadSentence(header, message, rows, count)
    case 'moreUnread':
      return moreUnreadSentence(header, count, first)
    case 'repaired':
      return repairedSentence(group.code, header, count, examples, others)
    case 'text':
      return textSentence(group.code, header, count, first)
  }
}
