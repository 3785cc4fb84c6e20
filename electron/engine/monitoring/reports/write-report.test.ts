import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAtomicFile } from '../../importing/files/atomic-file.ts'
import { systemFiles } from '../../platform/files.ts'
import { writePrinted, writeReport } from './write-report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-report-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const begin = (path: string) => createAtomicFile(path, systemFiles)

test('a report is in the file as it was made', () => {
  const path = join(folder, 'r.html')
  expect(writeReport('<p>größer', path, begin(path))).toEqual({ fileName: 'r.html' })
  expect(readFileSync(path, 'utf8')).toBe('<p>größer')
  expect(readdirSync(folder)).toEqual(['r.html'])
})

test('what is no PDF is refused, and the file that was there stays as it was', () => {
  const path = join(folder, 'r.pdf')
  writeFileSync(path, 'before')
  expect(() => writePrinted(Buffer.from('<html>'), path, begin(path))).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'not_a_pdf' }) }),
  )
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['r.pdf'], 'before'])
  expect(writePrinted(Buffer.from('%PDF-1.7'), path, begin(path))).toEqual({ fileName: 'r.pdf' })
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7')
})
