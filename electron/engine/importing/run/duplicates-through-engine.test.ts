import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type DuplicatePolicy } from '../../../contract/importing.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, quietly } from '../fixtures/open-test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-duplicates-'))
afterAll(() => rmSync(folder, { recursive: true }))
let engine: Engine
beforeEach(async () => {
  engine = await openTestEngine(mkdtempSync(join(folder, 'data-')))
})
afterEach(() => engine.close())

async function importLeads(duplicates: DuplicatePolicy, ...rows: string[]) {
  const path = join(folder, `${crypto.randomUUID()}.csv`)
  writeFileSync(path, `name,company,email,jobtitle\n${rows.join('\n')}\n`)
  const summary = await engine.importFile(path, { ...DEFAULT_SETTINGS, duplicates }, quietly())
  await engine.catchUp()
  return summary
}

const callList = async () => {
  const { rows, total } = await engine.listLeads({ order: 'oldest', limit: 50 })
  expect(total).toBe(rows.length)
  return rows.map(({ id, name }) => [id, name])
}

test('an update takes the places of all copies, and undone gives all of them back', async () => {
  await importLeads('again', 'Ada,Iron Daisy,ada@example.com,CTO', 'Bo,Iron Daisy,bo@example.com,CTO')
  await importLeads('again', 'Ada,Iron Daisy,ada@example.com,CTO', 'Ada,Iron Daisy,,CTO')
  expect((await callList()).map(([id]) => id)).toEqual([1, 2, 3, 4])
  const { batch, duplicates } = await importLeads('update', 'Ada,Iron Daisy,ADA@example.com,CEO')
  expect(duplicates).toEqual({ inFile: 0, inHistory: 1 })
  expect(await callList()).toEqual([
    [2, 'Bo'],
    [5, 'Ada'],
  ])
  await engine.undoBatch(batch, quietly())
  await engine.catchUp()
  expect((await callList()).map(([id]) => id)).toEqual([1, 2, 3, 4])
})

test.each([
  ['skip', [1]],
  ['again', [1, 2, 3]],
  ['update', [3]],
] as const)('"%s" leaves these of a lead known already and twice in the file', async (policy, ids) => {
  await importLeads('again', 'Ada,Iron Daisy,ada@example.com,CTO')
  const ada = 'Ada,Iron Daisy,ada@example.com,CEO'
  const { accepted, rejected } = await importLeads(policy, ada, ada)
  expect([accepted, rejected]).toEqual(policy === 'skip' ? [0, 2] : [2, 0])
  expect((await callList()).map(([id]) => id)).toEqual(ids)
})
