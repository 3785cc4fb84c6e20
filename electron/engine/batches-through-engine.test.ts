import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type ImportProgress } from '../contract/importing.ts'
import { NOBODY } from '../contract/lead.ts'
import type { Engine } from './engine.ts'
import { openTestEngine } from './importing/fixtures/open-test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-batches-'))
afterAll(() => rmSync(folder, { recursive: true }))
let engine: Engine
beforeEach(async () => {
  engine = await openTestEngine(mkdtempSync(join(folder, 'data-')))
})
afterEach(() => engine.close())

const job = (onProgress: (step: ImportProgress) => void = () => {}) => ({
  job: crypto.randomUUID(),
  signal: new AbortController().signal,
  onProgress,
})

/** Imports invented leads, with a line too long in between. */
async function importLeads(name: string, count: number) {
  const path = join(folder, `${name}.csv`)
  const rows = Array.from({ length: count }, (_, row) => `${name} ${row},${name}.${row}@example.test,CEO`)
  writeFileSync(path, `name,email,jobtitle\n${rows.join('\n')}\nToo,many,cells,here\n`)
  const summary = await engine.importFile(path, DEFAULT_SETTINGS, job())
  await engine.catchUp()
  return summary
}

test('imports are listed, the newest first, and looked at one by one', async () => {
  await importLeads('First', 3)
  const { warnings, bands } = await importLeads('Second', 4)
  expect(await engine.batches()).toMatchObject([
    { id: 2, fileName: 'Second.csv', state: 'done', leads: 4, resumable: false },
    { id: 1, fileName: 'First.csv', state: 'done', leads: 3, resumable: false },
  ])
  expect(await engine.batch(2)).toMatchObject({ id: 2, rows: 5, accepted: 4, rejected: 1, warnings, bands })
  expect((await engine.batch(2)).rejects).toMatchObject([{ row: 5, text: 'Too,many,cells,here' }])
  await expect(engine.batch(3)).rejects.toMatchObject({ error: { code: 'batch_unknown' } })
})

test('an undone import is out of the list, while leads typed in meanwhile are in it', async () => {
  await importLeads('First', 3)
  await importLeads('Second', 5000)
  const steps: ImportProgress[] = []
  const undone = engine.undoBatch(
    2,
    job((step) => steps.push(step)),
  )
  const { id } = await engine.saveLead({ jobtitle: 'CEO' }, { ...NOBODY, name: 'Third' })
  expect(await undone).toMatchObject({ batch: 2, fileName: 'Second.csv', removed: 5000, kept: 0 })
  expect(steps.at(-1)).toMatchObject({ batch: 2, phase: 'undoing', rows: 5000, secondsLeft: 0 })
  await engine.catchUp()
  const { rows, total } = await engine.listLeads({ order: 'newest', limit: 10 })
  expect(total).toBe(4)
  expect(rows.map(({ name }) => name)).toEqual(['Third', 'First 2', 'First 1', 'First 0'])
  expect(rows[0]?.id).toBe(id)
  expect((await engine.listLeads({ order: 'best', search: 'second', limit: 10 })).total).toBe(0)
  expect((await engine.batches())[0]).toMatchObject({ id: 2, state: 'undone', leads: 0 })
})

test('an undo nobody waits for goes on in the background', async () => {
  await importLeads('First', 5000)
  const leave = new AbortController()
  leave.abort()
  await expect(engine.undoBatch(1, { ...job(), signal: leave.signal })).rejects.toMatchObject({
    error: { code: 'stopped' },
  })
  await engine.catchUp()
  expect(await engine.batches()).toMatchObject([{ state: 'undone', leads: 0 }])
  expect((await engine.overview()).predictions).toBe(0)
})
