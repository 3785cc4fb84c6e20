import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemFiles as files } from './files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const mode = (path: string) => statSync(path).mode & 0o777
const put = (path: string, text: string) => {
  const file = files.open(path)
  files.write(file, Buffer.from(text))
  files.fsync(file)
  files.close(file)
}

test('folders and files can be read by the user alone, whatever was there before', () => {
  files.makeFolder(join(folder, 'a', 'b'))
  expect([mode(join(folder, 'a')), mode(join(folder, 'a', 'b'))]).toEqual([0o700, 0o700])
  put(join(folder, 'new'), 'x')
  expect(mode(join(folder, 'new'))).toBe(0o600)
  writeFileSync(join(folder, 'old'), 'kept', { mode: 0o644 })
  files.ensurePrivateFile(join(folder, 'old'))
  expect(mode(join(folder, 'old'))).toBe(0o600)
  expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('kept')
})

test('a renamed file replaces the one of that name', () => {
  put(join(folder, 'old'), 'old')
  put(join(folder, 'new'), 'new')
  files.rename(join(folder, 'new'), join(folder, 'old'))
  expect(files.read(join(folder, 'old')).toString()).toBe('new')
  expect(files.kind(join(folder, 'new'))).toBe('none')
})

test('kinds: a link is neither file nor folder, below a file there is nothing', () => {
  put(join(folder, 'file'), 'x')
  symlinkSync(join(folder, 'file'), join(folder, 'link'))
  const kinds = ['file', '', 'link', 'none', 'file/below'].map((name) => files.kind(join(folder, name)))
  expect(kinds).toEqual(['file', 'folder', 'other', 'none', 'none'])
})

test('free space is a number of bytes', () => {
  expect(files.freeBytes(folder)).toBeGreaterThan(0)
})
