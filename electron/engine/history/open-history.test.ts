import { copyFileSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemFiles } from '../platform/files.ts'
import { APPLICATION_ID } from './connection.ts'
import {
  importTrialLeads,
  openTrialHistory,
  startTrialBatch,
  trialFolder,
  trialGroups,
} from './fixtures/trial-history.ts'
import { openReader } from './open-reader.ts'
import { countAtLeast, countStored } from './score-rollup.ts'
import { unrankedBatches } from './unranked.ts'
import { isWriterLocked } from './writer-lock.ts'

let folder: ReturnType<typeof trialFolder>
beforeEach(() => {
  folder = trialFolder()
})
afterEach(() => folder.remove())

const leads = [{ score: 0.2 }, { score: 0.8 }, { score: 0.5 }]
const refusedWith = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) })

test('a new history is made with its folder, for the user alone', async () => {
  const path = join(folder.path, 'deep', 'data')
  const history = await openTrialHistory(path)
  await importTrialLeads(history, leads)
  for (const name of readdirSync(path))
    expect(`${name} ${(statSync(join(path, name)).mode & 0o777).toString(8)}`).toBe(`${name} 600`)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  history.close()
})

test('what was stored is there when it is opened again', async () => {
  const before = await openTrialHistory(folder.path)
  await importTrialLeads(before, leads)
  before.close()
  const after = await openTrialHistory(folder.path)
  expect(countStored(after.writer.db)).toBe(3)
  expect(await importTrialLeads(after, leads)).toBe(2)
  expect(countAtLeast(after.writer.db, 0.5, null)).toBe(4)
  after.close()
})

describe('the lock', () => {
  test('keeps a second writer out, and lets go when the first closes', async () => {
    const first = await openTrialHistory(folder.path)
    await expect(openTrialHistory(folder.path)).rejects.toEqual(refusedWith('data_folder_in_use'))
    expect(isWriterLocked(folder.path, systemFiles)).toBe(true)
    first.close()
    expect(isWriterLocked(folder.path, systemFiles)).toBe(false)
    const second = await openTrialHistory(folder.path)
    second.close()
  })

  test('keeps no reader out', async () => {
    const writer = await openTrialHistory(folder.path)
    await importTrialLeads(writer, leads)
    const reader = openReader(folder.path, systemFiles)
    expect(reader && countStored(reader)).toBe(3)
    reader?.close()
    writer.close()
  })
})

test('reading where there is no history finds nothing and leaves nothing', () => {
  expect(openReader(folder.path, systemFiles)).toBeNull()
  expect(isWriterLocked(folder.path, systemFiles)).toBe(false)
  expect(openReader(join(folder.path, 'none'), systemFiles)).toBeNull()
  expect(readdirSync(folder.path)).toEqual([])
})

describe('refused with a sentence is', () => {
  test('a folder below a file', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    await expect(openTrialHistory(join(folder.path, 'file', 'data'))).rejects.toEqual(
      refusedWith('data_folder_not_writable'),
    )
  })

  test('a disk that is full', async () => {
    const files = { ...systemFiles, freeBytes: () => 1000 }
    await expect(openTrialHistory(folder.path, undefined, files)).rejects.toEqual(refusedWith('disk_full'))
  })

  test('a history whose file is gone while its newest changes are there', async () => {
    writeFileSync(join(folder.path, 'leadlight.db-wal'), 'changes')
    await expect(openTrialHistory(folder.path)).rejects.toEqual(refusedWith('history_missing'))
    expect(readdirSync(folder.path).sort()).toEqual(['leadlight.db-wal', 'writer.lock'])
  })

  test.each(['missing', 'empty'])(
    'a history whose file is %s, and its journal keeps every byte',
    async (state) => {
      const history = await openTrialHistory(folder.path)
      await importTrialLeads(history, leads)
      // Closing would move the journal into the database; a copy of it is what a crash leaves.
      const crashed = trialFolder()
      const journal = join(crashed.path, 'leadlight.db-wal')
      copyFileSync(join(folder.path, 'leadlight.db-wal'), journal)
      history.close()
      if (state === 'empty') writeFileSync(join(crashed.path, 'leadlight.db'), '')
      const before = readFileSync(journal)
      expect(before.length).toBeGreaterThan(0)

      expect(() => openReader(crashed.path, systemFiles)).toThrow(refusedWith('history_missing'))
      await expect(openTrialHistory(crashed.path)).rejects.toEqual(refusedWith('history_missing'))
      expect(readFileSync(journal).equals(before)).toBe(true)
      expect(readdirSync(crashed.path)).not.toContain('leadlight.db-shm')
      crashed.remove()
    },
  )

  test.each([
    ['history_foreign', 'PRAGMA application_id = 7; PRAGMA user_version = 3'],
    ['history_newer', `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 9999`],
  ])('a database that is not ours to change (%s), which keeps every byte', async (code, marks) => {
    const path = join(folder.path, 'leadlight.db')
    const db = new DatabaseSync(path)
    db.exec(`CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup'); ${marks}`)
    db.close()
    const before = readFileSync(path)
    await expect(openTrialHistory(folder.path)).rejects.toEqual(refusedWith(code))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a file that is no database, which stays as it is; and the lock is free again', async () => {
    const path = join(folder.path, 'leadlight.db')
    writeFileSync(path, 'a letter, not a database. '.repeat(100))
    await expect(openTrialHistory(folder.path)).rejects.toEqual(refusedWith('history_damaged'))
    expect(systemFiles.read(path).toString()).toMatch(/^a letter/)
    renameSync(path, join(folder.path, 'letter'))
    const history = await openTrialHistory(folder.path)
    history.close()
  })
})

test('a batch whose import was cut off is marked at the next start, and counted as it is', async () => {
  const first = await openTrialHistory(folder.path)
  const batch = startTrialBatch(first)
  for (const group of trialGroups(leads)) batch.commit(group)
  first.close()
  const second = await openTrialHistory(folder.path)
  expect(unrankedBatches(second.writer.db)).toEqual([1])
  expect(second.writer.db.prepare('SELECT state, rows, accepted FROM batch').all()).toEqual([
    { state: 'interrupted', rows: 3, accepted: 3 },
  ])
  expect([countStored(second.writer.db), countAtLeast(second.writer.db, 0.5, 1)]).toEqual([3, 2])
  second.close()
})
