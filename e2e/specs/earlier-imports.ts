/** A history of some age: files imported by the command line on days gone by. */
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Imports a file into the app's data folder as if it were that many days ago; before the app is started on it. */
export function importDaysAgo(userData: string, daysAgo: number, file: string): void {
  execFileSync(
    process.execPath,
    [
      ...['--require', join(import.meta.dirname, 'earlier-clock.cjs')],
      ...[join(root, 'electron/cli/index.ts'), 'score', file, '--data', join(userData, 'data')],
    ],
    { env: { ...process.env, DAYS_AGO: String(daysAgo) }, stdio: 'pipe' },
  )
}
