/**
 * The pipeline anybody would write first, to compare with: csv-parse, one JSON row per lead, one thread, the same model. Prints
 * what it took as JSON. Arguments: file, database.
 */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { createReadStream } = await import('node:fs')
const { join } = await import('node:path')
const { DatabaseSync } = await import('node:sqlite')
const { parse } = await import('csv-parse')
const { readField } = await import('../../contract/read-field.ts')
const { systemFiles } = await import('../../engine/platform/files.ts')
const { readBundle } = await import('../../engine/registry/read-bundle.ts')
const { openModel } = await import('../../engine/scoring/open-model.ts')

/** What one run of the plain pipeline took. */
export interface PlainMeasurement {
  readonly rows: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMb: number
}

const ROWS_AT_A_TIME = 1000
const [file = '', database = ''] = process.argv.slice(2)

const model = await openModel(readBundle(join(import.meta.dirname, '../../../resources/model'), systemFiles))
const { vectorizer, scorer, manifest } = model
const matrix = new Float32Array(ROWS_AT_A_TIME * vectorizer.featureCount)

const db = new DatabaseSync(database)
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
db.exec('CREATE TABLE prediction (id INTEGER PRIMARY KEY, lead TEXT NOT NULL, score REAL NOT NULL)')
db.exec('CREATE INDEX by_score ON prediction (score)')
const insert = db.prepare('INSERT INTO prediction (lead, score) VALUES (?, ?)')

const cpuBefore = process.cpuUsage()
const began = performance.now()
let rows = 0
let pending: Record<string, string>[] = []
for await (const record of createReadStream(file).pipe(parse({ columns: true, bom: true }))) {
  pending.push(record)
  if (pending.length === ROWS_AT_A_TIME) await storePending()
}
await storePending()
const seconds = (performance.now() - began) / 1000
const cpu = process.cpuUsage(cpuBefore)
db.close()
await model.release()

const measurement: PlainMeasurement = {
  rows,
  seconds,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
}
process.stdout.write(JSON.stringify(measurement))

async function storePending(): Promise<void> {
  const leads = pending
  pending = []
  leads.forEach((lead, index) => {
    const values = manifest.fields.map((field) => {
      const reading = readField(field, lead[field.name] ?? '')
      return reading.ok ? reading.value : null
    })
    vectorizer.vectorize(values, matrix, index * vectorizer.featureCount)
  })
  const scores = await scorer.score(matrix, leads.length)
  db.exec('BEGIN')
  leads.forEach((lead, index) => {
    insert.run(JSON.stringify(lead), scores[index] ?? 0)
  })
  db.exec('COMMIT')
  rows += leads.length
}
