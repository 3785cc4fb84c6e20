import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removePastedTables, savePastedTable } from './pasted-tables.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'leadlight-pasted-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('pasted cells become a file in the data folder that only its owner can read', async () => {
  const path = await savePastedTable(dataDir, 'name\tjobtitle\r\nÉmile\tBuyer\r\n')
  expect(readFileSync(path, 'utf8')).toBe('name\tjobtitle\r\nÉmile\tBuyer\r\n')
  expect(relative(dataDir, path)).toMatch(/^pasted/)
  expect(basename(path)).toBe('Pasted cells.tsv')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
})

test('a second paste leaves the first one alone', async () => {
  const first = await savePastedTable(dataDir, 'first')
  await savePastedTable(dataDir, 'second')
  expect(readFileSync(first, 'utf8')).toBe('first')
})

test('what was pasted earlier is removed, and nothing else', async () => {
  const path = await savePastedTable(dataDir, 'name')
  await removePastedTables(dataDir)
  expect(existsSync(path)).toBe(false)
  expect(existsSync(dataDir)).toBe(true)
  await removePastedTables(dataDir)
})
