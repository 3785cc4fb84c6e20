/** `npm start` builds when it must, and only then. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBuildFresh } from '../commands/build-state.ts'

let root: string
const write = (file: string, at: number) => {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, at, at)
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) utimesSync(folder, at, at)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leadlight-build-'))
  for (const file of ['electron/main/index.ts', 'renderer/index.html', 'model/a.ts', 'package.json'])
    write(file, 100)
  for (const file of ['main/index.js', 'preload/index.cjs', 'renderer/index.html']) write(`out/${file}`, 200)
})
afterEach(() => rmSync(root, { recursive: true }))

test('a build newer than all sources is fresh', () => expect(isBuildFresh(root)).toBe(true))

test('a changed source makes it stale', () => {
  write('model/a.ts', 300)
  expect(isBuildFresh(root)).toBe(false)
})

test('so does a changed guide, which is a part of the window', () => {
  write('docs/monitoring.md', 300)
  expect(isBuildFresh(root)).toBe(false)
})

test('a source taken away makes it stale', () => {
  rmSync(join(root, 'electron/main/index.ts'))
  expect(isBuildFresh(root)).toBe(false)
})

test('a build that stopped half-way is none', () => {
  rmSync(join(root, 'out/renderer/index.html'))
  expect(isBuildFresh(root)).toBe(false)
})
