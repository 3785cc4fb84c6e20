import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explainDatabaseError, isAtLeast, openReadConnection, openWriteConnection } from './connection.ts'
import { trialFolder } from './fixtures/trial-history.ts'

let folder: ReturnType<typeof trialFolder>
let path: string
beforeEach(() => {
  folder = trialFolder()
  path = join(folder.path, 'trial.db')
  writeFileSync(path, '')
})
afterEach(() => folder.remove())

describe('a writing connection', () => {
  test('has the settings that lose nothing', () => {
    const db = openWriteConnection(path)
    const read = (name: string) => db.pragma(name, { simple: true })
    const FULL = 2
    expect(read('journal_mode')).toBe('wal')
    expect(read('synchronous')).toBe(FULL)
    expect(read('foreign_keys')).toBe(1)
    expect(read('trusted_schema')).toBe(0)
    expect(read('busy_timeout')).toBe(2000)
    db.close()
  })

  test('does not make a file that is not there', () => {
    expect(() => openWriteConnection(join(folder.path, 'none.db'))).toThrow()
  })
})

test('a reading connection sees what is committed, and cannot write', () => {
  const writer = openWriteConnection(path)
  writer.exec('CREATE TABLE t (x INTEGER)')
  const reader = openReadConnection(path)
  writer.exec('INSERT INTO t VALUES (1)')
  expect(reader.prepare('SELECT x FROM t').pluck().all()).toEqual([1])
  expect(() => reader.exec('INSERT INTO t VALUES (2)')).toThrow('readonly')
  reader.close()
  writer.close()
})

test.each([
  ['3.51.3', true],
  ['3.52.0', true],
  ['4.0.0', true],
  ['3.51.2', false],
  ['3.9.10', false],
  ['3.51', false],
])('SQLite %s is recent enough: %s', (version, recent) => {
  expect(isAtLeast(version, '3.51.3')).toBe(recent)
})

describe("SQLite's errors", () => {
  const errorOf = (action: () => unknown) => {
    try {
      action()
    } catch (error) {
      return explainDatabaseError(error)
    }
    throw new Error('nothing was thrown')
  }

  test('become sentences: a full disk', () => {
    const db = openWriteConnection(path)
    db.exec('CREATE TABLE t (x BLOB)')
    db.pragma('max_page_count = 3')
    expect(errorOf(() => db.exec('INSERT INTO t VALUES (zeroblob(100000))'))).toMatchObject({
      code: 'disk_full',
    })
    db.close()
  })

  test('become sentences: no database', () => {
    writeFileSync(path, 'a letter, not a database. '.repeat(100))
    expect(errorOf(() => openWriteConnection(path))).toMatchObject({ code: 'history_damaged' })
  })

  test('become sentences: a file that is gone', () => {
    expect(errorOf(() => openReadConnection(join(folder.path, 'none.db')))).toMatchObject({
      code: 'history_not_opened',
    })
  })

  test('and others are left alone', () => {
    expect(explainDatabaseError(new Error('no'))).toBeNull()
  })
})
