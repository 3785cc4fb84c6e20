import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom, type Random } from '../../../../model/pipeline/random.ts'
import { DEFAULT_SETTINGS, type DuplicatePolicy } from '../../../contract/importing.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, quietly } from '../fixtures/open-test-engine.ts'

/** In the middle of the import; the kills before its first group and after its last row are not counted. */
const KILLS = 25
const ROWS = 100_000
const POLICIES = ['again', 'skip', 'update'] as const
const KILLS_EACH = Math.ceil(KILLS / POLICIES.length)
/** Some leads are in the history before; the import under test is the second. */
const BATCH = 2

const folder = mkdtempSync(join(tmpdir(), 'leadlight-kill-'))
const file = join(folder, 'leads.csv')
const untouched = join(folder, 'untouched')
const script = new URL('../fixtures/go-on-until-killed.ts', import.meta.url).pathname
const seed = Number(process.env.LEADLIGHT_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Leads, ones from far up in the file again, rows too long, cells that cannot be read or were repaired, blank rows. */
function row(index: number): string {
  const who = index % 50 === 3 ? (index * 7919) % (index + 1) : index
  const lead = `N${who},Daisy,n${who}@example.com`
  if (index % 97 === 5) return `${lead},70,CEO,1-10,one too many`
  if (index % 101 === 7) return `${lead},much,CEO,26`
  if (index % 103 === 8) return `${lead},${index % 100}%,"Head, of\nSales",nov-50`
  if (index % 401 === 9) return `\n${lead},70,Élue,`
  return `${lead},${index % 100},CEO,${index % 10 === 0 ? '40' : '51-200'}`
}

beforeAll(async () => {
  process.stdout.write(`kill-and-resume: LEADLIGHT_SEED=${seed}\n`)
  const header = 'name,company,email,llm_quality,jobtitle,companysize\n'
  writeFileSync(file, `${header}${Array.from({ length: ROWS }, (_, index) => row(index)).join('\n')}\n`)
  const known = join(folder, 'known.csv')
  writeFileSync(known, `${header}${Array.from({ length: 300 }, (_, index) => row(index * 311)).join('\n')}\n`)
  // In a process that ends by itself: it leaves the compiled code that the killed ones start from.
  expect(await runAndKill(untouched, { path: known, policy: 'again', batch: BATCH - 1 }, null)).toEqual({
    found: 0,
    ended: true,
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function withEngine<T>(dataDir: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openTestEngine(dataDir)
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

function freshHistory(name: string): string {
  const dataDir = join(folder, name)
  cpSync(untouched, dataDir, { recursive: true })
  return dataDir
}

/** All that an import leaves behind, but for times. */
function leftBehind(dataDir: string) {
  return withEngine(dataDir, async (engine) => {
    await engine.catchUp()
    const { startedAt, endedAt, ...batch } = await engine.batch(BATCH)
    const rejects = join(dataDir, '..', `${crypto.randomUUID()}.csv`)
    await engine.exportRejects(BATCH, rejects)
    const { predictions, batches } = await engine.health()
    const overview = await engine.overview()
    const search = await engine.listLeads({ order: 'best', search: 'n77', limit: 500 })
    return {
      ...batch,
      meanScore: batch.meanScore?.toFixed(9),
      allRejects: hash('sha256', readFileSync(rejects)),
      callList: await exported(engine),
      best: await ranked(engine, 'best'),
      worst: await ranked(engine, 'worst'),
      found: { total: search.total, ids: search.rows.map(({ id }) => id) },
      predictions,
      batches,
      listed: overview.predictions,
      bands: overview.bands,
    }
  })
}
type LeftBehind = Awaited<ReturnType<typeof leftBehind>>

/** A digest of the call list with all inputs and scores, without when they were scored. */
async function exported(engine: Engine): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.csv`)
  await engine.exportLeads({ order: 'oldest' }, path, quietly())
  const text = readFileSync(path, 'utf8').replaceAll(/,[^,]*\r\n/g, '\n')
  rmSync(path)
  return hash('sha256', text)
}

/** One end of the batch's own list, by rank. */
async function ranked(engine: Engine, order: 'best' | 'worst') {
  const { rows, total } = await engine.listLeads({ order, batch: BATCH, limit: 500 })
  return { total, leads: rows.map(({ id, row, score }) => [id, row, score]) }
}

/** A moment to kill at: so many rows were seen to be stored, and so many milliseconds more. */
interface Moment {
  readonly rows: number
  readonly afterMs: number
}

/** Before the first group, in the middle as often as asked, and after the last row: in the order of the file. */
function randomMoments(random: Random, inTheMiddle: number): Moment[] {
  const middle = Array.from({ length: inTheMiddle }, () => random.below(ROWS * 0.95)).sort((a, b) => a - b)
  return [
    { rows: -1, afterMs: random.below(400) },
    ...middle.map((rows) => ({ rows, afterMs: random.below(10) })),
    { rows: ROWS - 1, afterMs: random.below(100) },
  ]
}

interface Import {
  readonly path: string
  readonly policy: DuplicatePolicy
  readonly batch: number
}

interface Line {
  readonly found?: number
  readonly stored?: number
  readonly ended?: true
}

/**
 * Imports or goes on in a process of its own, and kills it at that moment, though not before it has stored something
 * (but at the first). Answers how many rows it found stored, and whether it came to its end.
 */
async function runAndKill(dataDir: string, { path, policy, batch }: Import, moment: Moment | null) {
  const child = spawn(process.execPath, [script, dataDir, path, policy, String(batch)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  })
  let found = 0
  let ended = false
  let timer: NodeJS.Timeout | undefined
  for await (const text of createInterface({ input: child.stdout })) {
    const line: Line = JSON.parse(text)
    found = line.found ?? found
    ended ||= line.ended === true
    const stored = line.stored ?? 0
    const reached = moment && stored > moment.rows && (moment.rows < 0 || stored > found)
    if (moment && reached) timer ??= setTimeout(() => child.kill('SIGKILL'), moment.afterMs)
  }
  clearTimeout(timer)
  return { found, ended }
}

/** Imports with kills; answers how many of them came in the middle. */
async function importWithKills(dataDir: string, policy: DuplicatePolicy, moments: readonly Moment[]) {
  let kills = 0
  for (const moment of [...moments, null]) {
    const { found, ended } = await runAndKill(dataDir, { path: file, policy, batch: BATCH }, moment)
    // How far the process before was when it was killed.
    if (found > 0 && found < ROWS) kills++
    if (ended) return kills
  }
  throw new Error('the import did not end')
}

function wholeImport(dataDir: string, policy: DuplicatePolicy): Promise<LeftBehind> {
  const settings = { ...DEFAULT_SETTINGS, duplicates: policy }
  return withEngine(dataDir, async (engine) => {
    const summary = await engine.importFile(file, settings, quietly())
    expect(summary).toMatchObject({ batch: BATCH, rows: ROWS, cancelled: false })
    expect(Math.min(summary.duplicates.inFile, summary.duplicates.inHistory)).toBeGreaterThan(100)
    expect(Math.min(summary.rejected, summary.repaired)).toBeGreaterThan(900)
  }).then(() => leftBehind(dataDir))
}

it.concurrent.each(POLICIES)(
  `kills at random moments of an import with "%s": gone on with, it ends as if it had never stopped`,
  async (policy) => {
    const random = createRandom(seed, POLICIES.indexOf(policy))
    const whole = await wholeImport(freshHistory(`whole-${policy}`), policy)
    for (let kills = 0, imports = 1; kills < KILLS_EACH; imports++) {
      const dataDir = freshHistory(`killed-${policy}-${imports}`)
      kills += await importWithKills(dataDir, policy, randomMoments(random, KILLS_EACH - kills))
      expect(await leftBehind(dataDir), `seed ${seed}, import ${imports}, ${kills} kills`).toEqual(whole)
    }
  },
  // Some 60 s on two free cores; other work beside it may take the most of them.
  600_000,
)
