import { expect, test } from 'vitest'
import { windowOptions } from './window-options.ts'

const setting = {
  preloadFile: '/app/out/preload/index.cjs',
  iconFile: '/app/icon.png',
  place: { bounds: { width: 900, height: 700 }, isMaximized: false },
  isDark: false,
  isDeveloping: false,
}
const options = windowOptions(setting)
const preferences = options.webPreferences ?? {}

test('the page has no Node', () => {
  expect(preferences).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
})

test('the preload has a world of its own', () => expect(preferences.contextIsolation).toBe(true))

test('the page is sandboxed', () => expect(preferences.sandbox).toBe(true))

test('web security is on', () => expect(preferences.webSecurity).toBe(true))

test('no insecure content', () => expect(preferences.allowRunningInsecureContent).toBe(false))

test('no experimental features of Chromium, no features of Blink', () => {
  expect(preferences.experimentalFeatures).toBe(false)
  expect(preferences).not.toHaveProperty('enableBlinkFeatures')
})

test('no web views', () => expect(preferences.webviewTag).toBe(false))

test('no spell checker, which would fetch dictionaries', () => expect(preferences.spellcheck).toBe(false))

test('no going to a dropped file', () => expect(preferences.navigateOnDragDrop).toBe(false))

test('developer tools only while developing', () => {
  expect(preferences.devTools).toBe(false)
  expect(windowOptions({ ...setting, isDeveloping: true }).webPreferences?.devTools).toBe(true)
})

test('the window is hidden until drawn, on a ground that does not flash', () => {
  expect(options.show).toBe(false)
  expect(options.backgroundColor).not.toBe(windowOptions({ ...setting, isDark: true }).backgroundColor)
})
