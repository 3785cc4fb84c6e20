/** Turns one sheet of a workbook into CSV text. Runs in a thread of its own, where running out of memory harms nobody. */
import type { Sheet } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { type ChosenSheet, chooseSheet, type SheetLook } from './choose-sheet.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { readMerges } from './read-merges.ts'
import { readOutline, required, type SheetPart, type WorkbookOutline } from './read-outline.ts'
import { readSheet, type SheetCell } from './read-sheet.ts'
import { readStyles } from './read-styles.ts'
import { readSharedStrings } from './shared-strings.ts'
import { TextFile } from './text-file.ts'
import { createSheetWriter } from './write-sheet.ts'

export interface WorkbookRequest {
  readonly path: string
  /** Name of the sheet a person chose. */
  readonly sheet: string | undefined
  /** An empty file, open for writing, that takes the text. */
  readonly file: number
}

export interface WorkbookText extends Omit<ChosenSheet, 'index'> {
  readonly sheets: readonly Sheet[]
  /** Name of the sheet the text is of. */
  readonly sheet: string
  /** Size of the text. */
  readonly bytes: number
}

/** Converts a workbook. Cancelling ends it with a refusal that says so. */
export async function convertWorkbook(
  { path, sheet: wanted, file }: WorkbookRequest,
  cancelled: () => boolean,
): Promise<WorkbookText> {
  const goOn = () => {
    if (cancelled()) refuse('cancelled', 'Reading the workbook was cancelled.')
    return true
  }
  const archive = await openArchive(path)
  try {
    const outline = await readOutline(archive)
    const sheets: SheetLook[] = []
    for (const part of outline.sheets) sheets.push(await lookAtSheet(archive, part, goOn))
    const { index, findings, questions } = chooseSheet(sheets, wanted)
    const part = outline.sheets[index]
    if (!part) return refuse('no_rows', 'The workbook holds no sheet with cells.')
    const bytes = await writeSheet(archive, outline, part, new TextFile(file), goOn)
    const listed = sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows }))
    return { sheets: listed, sheet: part.name, bytes, findings, questions }
  } finally {
    archive.close()
  }
}

/** Rows with values that show whether a sheet is a table: more than a report has above one. */
const TELLING_ROWS = 40

/** What a sheet says of itself, and its first rows; one that says nothing is read to its end. */
async function lookAtSheet(
  archive: Archive,
  { name, hidden, part }: SheetPart,
  goOn: () => boolean,
): Promise<SheetLook> {
  let lastRow = 0
  let rows = 0
  let columns = 0
  const handlers = {
    row: (_: number, cells: readonly SheetCell[]) => {
      rows++
      columns = Math.max(columns, cells.length)
    },
    extent: (reference: string) => {
      lastRow = Number(/:[A-Z]+(\d+)$/.exec(reference)?.[1] ?? 0)
    },
  }
  const enough = () => lastRow > 0 && rows >= TELLING_ROWS
  await readSheet(await required(archive, part), handlers, () => goOn() && !enough())
  // Its extent may be a lie, or reach down to one far cell: it counts only for a sheet that was not read to its end.
  return { name, hidden, rows: enough() ? Math.max(lastRow, rows) : rows, columns }
}

async function writeSheet(
  archive: Archive,
  outline: WorkbookOutline,
  { part }: SheetPart,
  out: TextFile,
  goOn: () => boolean,
): Promise<number> {
  const formats = await readStyles(archive, outline.styles)
  const strings = await readSharedStrings(archive, outline.sharedStrings, goOn)
  const merges = await readMerges(await required(archive, part), goOn)
  const row = createSheetWriter(out, { strings, formats, from1904: outline.from1904, merges })
  await readSheet(await required(archive, part), { row }, goOn)
  out.flush()
  return out.bytes
}
