import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemFiles } from '../platform/files.ts'
import { APPLICATION_ID, openReadConnection, openWriteConnection, type WriteHandle } from './connection.ts'
import { trialClock, trialFolder } from './fixtures/trial-history.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'

const first: Migration = {
  version: 1,
  sql: 'CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2)',
}
const second: Migration = { version: 2, sql: 'ALTER TABLE t ADD COLUMN y INTEGER; UPDATE t SET y = x * 10' }
const broken: Migration = { version: 3, sql: 'INSERT INTO t VALUES (3, 30); INSERT INTO nowhere VALUES (1)' }

let folder: ReturnType<typeof trialFolder>
let path: string
let backups: string
let db: WriteHandle
beforeEach(() => {
  folder = trialFolder()
  path = join(folder.path, 'trial.db')
  backups = join(folder.path, 'backups')
  writeFileSync(path, '')
  db = openWriteConnection(path)
})
afterEach(() => {
  db.close()
  folder.remove()
})

const bring = (...migrations: Migration[]) =>
  migrate(db, { migrations, backupFolder: backups, files: systemFiles, clock: trialClock() })
const copies = () => (systemFiles.kind(backups) === 'none' ? [] : readdirSync(backups))
const rows = (from = db) => from.prepare('SELECT * FROM t').raw().all()

test('the migrations of this app are numbered one by one', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

test('a new history gets the whole schema and needs no copy', async () => {
  await bring(first, second)
  expect(schemaVersion(db)).toBe(2)
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(rows()).toEqual([
    [1, 10],
    [2, 20],
  ])
  expect(copies()).toEqual([])
})

test('an older history is copied, the copy checked, and then migrated', async () => {
  await bring(first)
  await bring(first, second)
  expect(rows()).toEqual([
    [1, 10],
    [2, 20],
  ])
  const [copy = '', ...more] = copies()
  expect(more).toEqual([])
  expect(copy).toMatch(/^before-migration-from-1-.*\.db$/)
  expect(statSync(join(backups, copy)).mode & 0o777).toBe(0o600)
  const old = openReadConnection(join(backups, copy))
  expect(schemaVersion(old)).toBe(1)
  expect(old.prepare('SELECT * FROM t').raw().all()).toEqual([[1], [2]])
  old.close()
})

test('a current history is left alone', async () => {
  await bring(first)
  await bring(first)
  expect(copies()).toEqual([])
  expect(rows()).toEqual([[1], [2]])
})

describe('nothing is changed', () => {
  test('by a migration that fails half way', async () => {
    await bring(first)
    await expect(bring(first, second, broken)).rejects.toThrow('nowhere')
    expect(schemaVersion(db)).toBe(1)
    expect(rows()).toEqual([[1], [2]])
    expect(copies()).toHaveLength(1)
  })

  test('when the copy cannot be made', async () => {
    await bring(first)
    writeFileSync(backups, 'a file where the folder should be')
    await expect(bring(first, second)).rejects.toThrow()
    expect(schemaVersion(db)).toBe(1)
  })

  test('in a history of a newer app', async () => {
    await bring(first, second)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const before = readFileSync(path)
    await expect(bring(first)).rejects.toMatchObject({
      error: { code: 'history_newer', details: { schemaVersion: 2, newestKnown: 1 } },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(copies()).toEqual([])
  })

  test("in another program's database", async () => {
    db.exec('CREATE TABLE recipes (x)')
    await expect(bring(first)).rejects.toMatchObject({ error: { code: 'history_foreign' } })
  })
})
