/** `npm run bench -- NAME [--max-rows N]`: measures, prints a table, and writes `bench-results/NAME.json`. */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { mkdirSync, writeFileSync } = await import('node:fs')
const { cpus, totalmem, type, release } = await import('node:os')
const { join } = await import('node:path')
const { parseArgs } = await import('node:util')
const { describeImport } = await import('./describe-import.ts')
const { benchImport } = await import('./import-bench.ts')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'max-rows': { type: 'string', default: '1000000' } },
})
const [name = 'import'] = positionals
const maxRows = Number(values['max-rows'])
if (name !== 'import' || !Number.isInteger(maxRows) || maxRows < 10_000) {
  process.stderr.write('usage: npm run bench -- import [--max-rows 10000|100000|1000000]\n')
  process.exit(2)
}

const results = await benchImport(maxRows)
process.stdout.write(`${describeImport(results).join('\n')}\n`)

const folder = join(import.meta.dirname, '../../../bench-results')
const machine = {
  system: `${type()} ${release()}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
}
mkdirSync(folder, { recursive: true })
const file = join(folder, `${name}.json`)
writeFileSync(
  file,
  `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, ...results }, null, 2)}\n`,
)
process.stderr.write('written: bench-results/import.json\n')

export {}
