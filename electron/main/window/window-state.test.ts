import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeWindow, readWindowState, saveWindowState, type WindowState } from './window-state.ts'

const state: WindowState = {
  version: 1,
  bounds: { x: 40, y: 60, width: 900, height: 700 },
  isMaximized: false,
}
const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('the file', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadlight-window-'))
    file = join(folder, 'window-state.json')
  })
  afterEach(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true })
  })

  test('gives back what was saved, leaves nothing else behind, and is for the user alone', () => {
    saveWindowState(file, state)
    saveWindowState(file, { ...state, isMaximized: true })
    expect(readWindowState(file)).toEqual({ ...state, isMaximized: true })
    expect(readdirSync(folder)).toEqual(['window-state.json'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('may be missing', () => {
    expect(readWindowState(file)).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['empty', ''],
    ['cut', '{"version":1,"bou'],
    ['a brace', '{'],
    ['of another shape', '{"version":1}'],
    ['of a later version', JSON.stringify({ ...state, version: 2 })],
    ['with a key too many', JSON.stringify({ ...state, extra: 1 })],
    ['with a prototype key', '{"__proto__":{"version":1},"bounds":null}'],
    ['with numbers that are none', JSON.stringify({ ...state, bounds: { ...state.bounds, x: 'NaN' } })],
    ['10 MB long', `"${'x'.repeat(10_000_000)}"`],
  ])('that is %s is put aside and forgotten', (_what, text) => {
    writeFileSync(file, text)
    expect(readWindowState(file)).toBeNull()
    expect(existsSync(file)).toBe(false)
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text)
  })
})

describe('the place', () => {
  test('is where the window was', () => {
    expect(placeWindow(state, [screen])).toEqual({ bounds: state.bounds, isMaximized: false })
  })

  test('may be on any screen', () => {
    const right = { ...screen, x: 1920 }
    const there = { ...state, bounds: { ...state.bounds, x: 2000 } }
    expect(placeWindow(there, [screen, right]).bounds).toEqual(there.bounds)
  })

  test.each([
    ['right of', { x: 1900 }],
    ['left of', { x: -850 }],
    ['above', { y: -40 }],
    ['below', { y: 1070 }],
  ])('is chosen anew when the window was %s every screen', (_where, moved) => {
    const gone = { ...state, bounds: { ...state.bounds, ...moved }, isMaximized: true }
    expect(placeWindow(gone, [screen])).toEqual({ bounds: { width: 1240, height: 820 }, isMaximized: true })
  })

  test('fits a small screen', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }]).bounds).toEqual({
      width: 1024,
      height: 700,
    })
  })
})
