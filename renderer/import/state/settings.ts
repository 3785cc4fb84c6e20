/** Changes to what has been decided about an import. Each gives new settings and leaves the old ones alone. */
import type {
  Answer,
  CellFix,
  ColumnMapping,
  DuplicatePolicy,
  ImportSettings,
  Question,
  ReadSettings,
} from '../../../electron/contract/importing.ts'

/** One decision on how the file is read; null takes it back, so that the file decides again. */
export type ReadChange = { readonly [K in keyof ReadSettings]?: ReadSettings[K] | null }

/** Decisions after which the columns are other columns: what was said about the old ones no longer holds. */
const MOVES_COLUMNS: readonly (keyof ReadSettings)[] = ['delimiter', 'header', 'sheet']

/** Settings with another way of reading the file; what is changed to undefined is found out again. */
export function withRead(settings: ImportSettings, change: ReadChange): ImportSettings {
  const read = Object.fromEntries(
    Object.entries({ ...settings.read, ...change }).filter(([, value]) => value !== null),
  )
  const moves = movesColumns(change)
  return { ...settings, read, ...(moves ? { mapping: null, fixes: [] } : {}) }
}

function movesColumns(change: ReadChange): boolean {
  return MOVES_COLUMNS.some((decision) => decision in change)
}

/** The questions worth asking now: while one is open that decides what the columns are, those about the columns wait. */
export function openQuestions(questions: readonly Question[]): readonly Question[] {
  const first = questions.find(({ answers }) => answers.some(({ read = {} }) => movesColumns(read)))
  return first ? [first] : questions
}

/** The settings with the answer to a question. */
export function withAnswer(settings: ImportSettings, { read = {}, mapping }: Answer): ImportSettings {
  const scale = { ...settings.read.scale, ...read.scale }
  const hasScale = Object.keys(scale).length > 0
  const changed = withRead(settings, { ...read, ...(hasScale ? { scale } : {}) })
  return mapping ? withMapping(changed, mapping) : changed
}

/** Settings with this mapping. */
export function withMapping(settings: ImportSettings, mapping: ColumnMapping): ImportSettings {
  return { ...settings, mapping }
}

/** Settings with another policy for leads that are known already. */
export function withDuplicates(settings: ImportSettings, duplicates: DuplicatePolicy): ImportSettings {
  return { ...settings, duplicates }
}

/** Adds corrections of cells; one of the same cells takes the place of an earlier one, and one that changes nothing goes. */
export function withFixes(settings: ImportSettings, added: readonly CellFix[]): ImportSettings {
  const fixes = new Map(settings.fixes.map((fix) => [fixKey(fix), fix]))
  for (const fix of added) {
    if (fix.from === fix.to) fixes.delete(fixKey(fix))
    else fixes.set(fixKey(fix), fix)
  }
  return { ...settings, fixes: [...fixes.values()] }
}

/** Settings without a correction. */
export function withoutFix(settings: ImportSettings, fix: CellFix): ImportSettings {
  return { ...settings, fixes: settings.fixes.filter((other) => fixKey(other) !== fixKey(fix)) }
}

/** Says which cells a correction is about. */
export function fixKey({ column, row, from }: CellFix): string {
  return JSON.stringify([column, row ?? null, from])
}

/** The correction that holds for a cell, if there is one; one for this row alone comes first. */
export function fixOf(
  settings: ImportSettings,
  cell: { readonly row: number; readonly column: number; readonly text: string },
): CellFix | null {
  const of = settings.fixes.filter(({ column, from }) => column === cell.column && from === cell.text)
  return of.find(({ row }) => row === cell.row) ?? of.find(({ row }) => row === undefined) ?? null
}
