/** Company sizes as LinkedIn lists them, with the spellings found in files. */
import type { FieldOption } from '../../bundle/field.ts'

/** What a spreadsheet makes of a size that looks like a month and a day or a year. */
const mangledByDates: Readonly<Record<string, readonly string[]>> = {
  '2-10': [
    '2-Oct',
    '02-Oct',
    'Oct-2',
    '10-Feb',
    'Feb-10',
    '2-oct.',
    '02-oct.',
    '10-févr',
    '10-févr.',
    'févr-10',
    'févr.-10',
    '2-Okt',
    '10. Feb',
  ],
  '11-50': ['Nov-50', 'nov.-50', '11-1950', '11/1950', '01/11/1950', '1950-11-01'],
}

/** Smallest and largest number of employees; the last has no end. */
const sizes: readonly (readonly [number, number | null])[] = [
  [2, 10],
  [11, 50],
  [51, 200],
  [201, 500],
  [501, 1000],
  [1001, 5000],
  [5001, 10_000],
  [10_001, null],
]

/** Options of `companysize`, smallest first. `1-10` is how other tools write `2-10`. */
export const companySizeOptions: readonly FieldOption[] = sizes.map(([from, to]) => {
  const value = to === null ? `${from}+` : `${from}-${to}`
  const [shownFrom, shownTo] = [from, to ?? 0].map((count) => count.toLocaleString('en-US'))
  const label =
    to === null
      ? `More than ${(from - 1).toLocaleString('en-US')} employees`
      : `${shownFrom} to ${shownTo} employees`
  return { value, label, aliases: [...new Set(spellings(from, to))].filter((alias) => alias !== value) }
})

function spellings(from: number, to: number | null): string[] {
  const separators = ['', ',', ' ', '.', '\u00a0', '\u202f', "'"]
  const grouped = separators.map((separator) => [group(from, separator), group(to ?? 0, separator)] as const)
  if (to === null)
    return [...grouped.map(([first]) => `${first}+`), '10000+', '10,000+', '10 000+', '>10000', '> 10,000']
  const starts = from === 2 ? ['2', '1'] : null
  const plain = grouped.flatMap(([first, last]) =>
    (starts ?? [first]).flatMap((start) => [
      `${start}-${last}`,
      `${start} - ${last}`,
      `${start}–${last}`,
      `${start} to ${last}`,
      `${start} à ${last}`,
    ]),
  )
  return [
    ...plain,
    `${from}-${to} employees`,
    `${from}-${to} employés`,
    ...(mangledByDates[`${from}-${to}`] ?? []),
  ]
}

/** Groups of three digits, joined by the separator. */
function group(count: number, separator: string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, separator)
}
