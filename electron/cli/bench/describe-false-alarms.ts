/** The false-alarm simulation as Markdown, as it stands in the guide. */
import type { AlarmRow, FalseAlarms } from './false-alarms-bench.ts'
import { markdownTable } from './markdown-table.ts'

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

/** Tables for the guide: false alarms by field and report, and power. */
export function describeFalseAlarms(bench: FalseAlarms): string[] {
  const { repeats, reportRepeats, sizes, fields, reports, power } = bench
  const rows = [...fields, ...reports]
  const worst = Math.max(...rows.flatMap(({ redrawn, fixed }) => [...redrawn, ...fixed]))
  const alarmTable = (shares: (row: AlarmRow) => readonly number[]) =>
    markdownTable([
      ['field', ...sizes.map((size) => `${size.toLocaleString('en')} leads`)],
      ...rows.map((row) => [
        row.field === null ? row.sort : `${row.sort} (${row.field})`,
        ...shares(row).map(percent),
      ]),
    ])
  return [
    `Seed ${bench.seed}; ${repeats.toLocaleString('en')} repeats of each field and size, ${reportRepeats.toLocaleString('en')} of whole reports (${bench.comparisons} comparisons) and shifts. Worst cell: ${percent(worst)}.`,
    '',
    'False alarms, reference and window drawn from the bundled reference:',
    '',
    ...alarmTable(({ redrawn }) => redrawn),
    '',
    'False alarms, the bundled reference as it is, the window drawn from it:',
    '',
    ...alarmTable(({ fixed }) => fixed),
    '',
    `Noticed: a shift of ${power.shift} standard deviations in ${power.rows} leads:`,
    '',
    ...markdownTable([
      ['field', 'alone', 'in a whole report'],
      ...power.fields.map(({ sort, field, alone, inReport }) => [
        `${sort} (${field})`,
        percent(alone),
        percent(inReport),
      ]),
    ]),
  ]
}
