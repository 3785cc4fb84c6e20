/** What is said of lines that stand above or below a table and are not read. */
import type { Finding } from '../../../contract/importing.ts'
import { counted } from '../../sentences/counted.ts'
import { shortened } from '../../sentences/shortened.ts'
import type { SampleRecord } from './sample-records.ts'

const TEXT_CHARACTERS = 200
const SHOWN_CHARACTERS = 60

const PLACES = { preamble_skipped: 'above the column names', footer_skipped: 'below the table' } as const

/** The finding on some lines; it shows the first, so that a lead taken for a total is noticed. */
export function skippedLines(
  code: keyof typeof PLACES,
  lines: readonly Pick<SampleRecord, 'cells' | 'text'>[],
): Finding[] {
  const [first] = lines
  if (!first) return []
  const cells = first.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const shown = `"${shortened(cells.join(', '), SHOWN_CHARACTERS)}"`
  const what = lines.length === 1 ? `: ${shown}` : `; the first is ${shown}`
  return [
    {
      code,
      message: `Skipped ${counted(lines.length, 'line')} ${PLACES[code]}${what}.`,
      count: lines.length,
      text: shortened(first.text, TEXT_CHARACTERS),
    },
  ]
}
