import { parse } from 'node:path'

/** What the file with an import's rejected rows is called unless the user says otherwise. */
export function rejectsFileName(importedName: string): string {
  // The rows are written as CSV, whatever kind of file they came from.
  return `${parse(importedName).name} - rejected rows.csv`
}
