/** What parts a workbook has: its sheets in order, and where texts and formats are. */
import { posix } from 'node:path'
import { refuse } from '../../../contract/result.ts'
import { EXPORT_OR_PASTE, SAVE_AS_XLSX, WHAT_IS_READ } from '../words.ts'
import type { Archive } from './open-archive.ts'
import { attribute, parseXml } from './parse-xml.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  /** Name of its entry in the archive. */
  readonly part: string
}

export interface WorkbookOutline {
  readonly sheets: readonly SheetPart[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  /** Dates count from 1904, as on old Macs. */
  readonly from1904: boolean
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** Reads the outline; refuses an archive that is no workbook of this kind. */
export async function readOutline(archive: Archive): Promise<WorkbookOutline> {
  const workbook = await findWorkbook(archive)
  const relations = await readRelations(archive, relationsPart(workbook), posix.dirname(workbook))
  const partOf = (kind: string) =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target ?? null
  const sheets: SheetPart[] = []
  let from1904 = false
  await parseXml(await required(archive, workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      // Charts and dialogues are sheets, too; they hold no cells.
      if (!relation?.type.endsWith('/worksheet')) return
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name ?? '', hidden, part: relation.target })
    },
    text: () => {},
    close: () => {},
  })
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), from1904 }
}

async function findWorkbook(archive: Archive): Promise<string> {
  const relations = await readRelations(archive, '_rels/.rels', '')
  const document = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  const main = document ?? archive.names.find((name) => /^xl\/workbook\.xml$/i.test(name))
  if (main?.toLowerCase().endsWith('.bin')) {
    refuse('not_xlsx', 'The file is a binary Excel workbook (.xlsb), which cannot be read.', SAVE_AS_XLSX)
  }
  if (main === undefined || !/(?:^|\/)xl\//i.test(main)) {
    refuseOther(main ?? '')
  }
  return main
}

/** Office documents of other kinds, by the folder of their main part. */
const OTHER_DOCUMENTS = [
  [/(?:^|\/)word\//i, 'a Word document'],
  [/(?:^|\/)ppt\//i, 'a PowerPoint presentation'],
] as const

function refuseOther(main: string): never {
  const [, name] = OTHER_DOCUMENTS.find(([folder]) => folder.test(main)) ?? []
  if (name) refuse('not_xlsx', `The file is ${name}, not ${WHAT_IS_READ}.`, EXPORT_OR_PASTE)
  return refuse('not_xlsx', 'The file is not an Excel workbook.', SAVE_AS_XLSX)
}

function relationsPart(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}

async function readRelations(archive: Archive, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const pieces = archive.read(part)
  if (!pieces) return relations
  await parseXml(await pieces, {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      // What lies outside the archive is never followed.
      if (name !== 'Relationship' || mode === 'External' || !id || !type || !target) return
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.set(id, { type, target: inside })
    },
    text: () => {},
    close: () => {},
  })
  return relations
}

/** A part that must be there. */
export async function required(archive: Archive, part: string): Promise<AsyncIterable<Buffer>> {
  const pieces = archive.read(part)
  if (pieces) return pieces
  return refuse('file_damaged', 'The workbook is damaged: one of its parts is missing.', SAVE_AS_XLSX)
}
