/** What a command prints: one JSON document, or lines for a person. Notes go to standard error. */
import type { CommonOptions } from './with-engine.ts'

/** Prints `value` as exactly one JSON document with `--json`, else the lines `asText` makes of it. */
export function print<T>(options: CommonOptions, value: T, asText: (value: T) => readonly string[]): void {
  process.stdout.write(options.json ? `${JSON.stringify(value)}\n` : `${asText(value).join('\n')}\n`)
}

/** A note that is not the result: progress, hints. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Lines of a table with left-aligned columns; numbers are given as strings. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    })
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/**
 * `0.7312` as `73.1%`, cut rather than rounded as in the window: 69.96 % must not read as a band's limit of 70%. A dash
 * where there is no number.
 */
export function percent(share: number | null): string {
  if (share === null) return '-'
  // 0.29 * 1000 is 290.00000000000006 and 0.57 * 1000 is 569.9999999999999: the last binary digits are taken off first.
  return `${(Math.floor(Number((share * 1000).toPrecision(12))) / 10).toFixed(1)}%`
}
