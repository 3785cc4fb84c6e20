/** Imports, checks and rows in words, for a person at a terminal. */
import type { CheckReport, ImportSummary, Question, Reject } from '../contract/importing.ts'
import { percent, table } from './output.ts'

const REJECTS = 20
/** What answers a question that has no answers to choose from. */
export const MAP_HINT = 'Say it with --map FIELD=HEADER, or --map FIELD=#3 for the third column.'

/** What an import did. */
export function describeSummary(summary: ImportSummary): string[] {
  const { batch, rows, accepted, seconds, rowsPerSecond, meanScore, bands, warnings } = summary
  return [
    `batch ${batch}: ${accepted} of ${rows} rows scored in ${seconds.toFixed(1)} s (${Math.round(rowsPerSecond)} rows/s)`,
    `hot ${bands.hot}, warm ${bands.warm}, cold ${bands.cold}; mean score ${percent(meanScore)}`,
    ...warnings.map(({ message }) => `note: ${message}`),
    ...describeRejects(summary.rejects, summary.rejected),
  ]
}

/** What an import would do. */
export function describeCheck(report: CheckReport): string[] {
  const { rows, accepted, rejected, repaired, warnings, mapping, rejects } = report
  return [
    ...verdict(report),
    `${rows} rows: ${accepted} would be taken (${repaired} with repaired values), ${rejected} would not`,
    ...table(mapping.map(({ column, header, field }) => [`  column ${column + 1}`, header, `-> ${field}`])),
    ...warnings.map(({ message }) => `note: ${message}`),
    ...describeRejects(rejects, rejected),
  ]
}

/** A question, and the options that answer it. */
export function describeQuestion({ message, answers }: Question): string[] {
  if (answers.length === 0) return [message, `  ${MAP_HINT}`]
  return [message, ...table(answers.map(({ option, label }) => [`  ${option}`, label]))]
}

function verdict({ outcome, cancelled, message, question }: CheckReport): string[] {
  if (cancelled) return ['stopped: only the first rows were checked']
  switch (outcome) {
    case 'accept':
      return ['nothing to say: the file can be imported']
    case 'warn':
      return ['the file can be imported; some things are worth knowing']
    case 'ask':
      return ['a question is open:', ...(question ? describeQuestion(question) : [])]
    case 'refuse':
      return [`the file cannot be imported: ${message ?? ''}`]
  }
}

function describeRejects(rejects: readonly Reject[], rejected: number): string[] {
  if (rejected === 0) return []
  const more = rejected - Math.min(rejects.length, REJECTS)
  return [
    rejected === 1 ? '1 row was not taken:' : `${rejected} rows were not taken:`,
    ...rejects.slice(0, REJECTS).map(({ row, message }) => `  row ${row}: ${message}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}
