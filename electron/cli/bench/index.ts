/** `npm run bench -- NAME [options]`: measures, prints a table, and writes `bench-results/NAME.json`. */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { mkdirSync, writeFileSync } = await import('node:fs')
const { cpus, totalmem, type, release } = await import('node:os')
const { join } = await import('node:path')
const { parseArgs } = await import('node:util')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    'max-rows': { type: 'string', default: '1000000' },
    repeats: { type: 'string' },
    seed: { type: 'string', default: '20261121' },
  },
})
const [name = 'import'] = positionals
const [maxRows, seed] = [Number(values['max-rows']), Number(values.seed)]

/** What a benchmark gives: numbers for the file, lines for a person. */
interface Outcome {
  readonly results: object
  readonly lines: readonly string[]
}

const benchmarks: Readonly<Record<string, () => Promise<Outcome>>> = {
  import: async () => {
    if (!Number.isInteger(maxRows) || maxRows < 10_000) usage()
    const { describeImport } = await import('./describe-import.ts')
    const { benchImport } = await import('./import-bench.ts')
    const results = await benchImport(maxRows)
    return { results, lines: describeImport(results) }
  },
  monitor: async () => {
    if (!Number.isInteger(maxRows) || maxRows < 1000) usage()
    const { benchMonitor, describeMonitor } = await import('./monitor-bench.ts')
    const results = benchMonitor(maxRows, repeatsOr(5))
    return { results, lines: describeMonitor(results) }
  },
  'false-alarms': async () => {
    const { describeFalseAlarms } = await import('./describe-false-alarms.ts')
    const { benchFalseAlarms } = await import('./false-alarms-bench.ts')
    const results = await benchFalseAlarms(repeatsOr(5000), seed, tell)
    return { results, lines: describeFalseAlarms(results) }
  },
  'detectable-shift': async () => {
    const { benchDetectableShifts, describeDetectableShifts } = await import('./detectable-shift-bench.ts')
    const results = await benchDetectableShifts(repeatsOr(100), seed, tell)
    return { results, lines: describeDetectableShifts(results) }
  },
}

const { results, lines } = await (benchmarks[name] ?? usage)()
process.stdout.write(`${lines.join('\n')}\n`)

const folder = join(import.meta.dirname, '../../../bench-results')
const machine = {
  system: `${type()} ${release()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
}
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, `${name}.json`),
  `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, ...results }, null, 2)}\n`,
)
process.stderr.write(`written: bench-results/${name}.json\n`)

function tell(doing: string): void {
  process.stderr.write(`${doing}\n`)
}

function repeatsOr(usual: number): number {
  const repeats = Number(values.repeats ?? usual)
  if (!Number.isInteger(repeats) || repeats < 1 || !Number.isInteger(seed)) usage()
  return repeats
}

function usage(): never {
  process.stderr.write(
    'usage: npm run bench -- import [--max-rows 10000|100000|1000000]\n' +
      '       npm run bench -- monitor [--max-rows 1000|10000|100000|1000000] [--repeats 5]\n' +
      '       npm run bench -- false-alarms [--repeats 5000] [--seed 20261121]\n' +
      '       npm run bench -- detectable-shift [--repeats 100] [--seed 20261121]\n',
  )
  process.exit(2)
}

export {}
