import { expect, test } from 'vitest'
import { isVetoed, strict, strictEmitter } from './strict.ts'

test('a member that is missing is named', () => {
  const shell = strict('shell', { beep: () => 'beep' })
  expect(shell.beep()).toBe('beep')
  expect(() => Reflect.get(shell, 'trashItem')).toThrow('electron-double does not implement shell.trashItem')
})

test('what language and tools ask of everything is not missing', async () => {
  const shell = strict('shell', {})
  expect(await shell).toBe(shell)
  expect(JSON.stringify(shell)).toBe('{}')
})

test('a class of the stand-in emits, and names what it lacks', () => {
  class App extends strictEmitter('app', ['dock']) {
    readonly name = 'Leadlight'
  }
  const app = new App()
  app.on('before-quit', (event) => event.preventDefault())
  expect(app.name).toBe('Leadlight')
  expect(Reflect.get(app, 'dock')).toBeUndefined()
  expect(() => Reflect.get(app, 'relaunch')).toThrow('electron-double does not implement app.relaunch')
  expect(isVetoed(app, 'before-quit')).toBe(true)
  expect(isVetoed(app, 'will-quit')).toBe(false)
})
