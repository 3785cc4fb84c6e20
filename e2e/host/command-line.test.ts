import { expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'

test('reads what Playwright passes to Electron', () => {
  const line = readCommandLine([
    '-r',
    '/loader.js',
    '--inspect=0',
    '--remote-debugging-port=0',
    '/app',
    '--user-data-dir=/tmp/a=b',
    '--lang',
  ])
  expect(line.preloads).toEqual(['/loader.js'])
  expect(line.appPath).toBe('/app')
  expect([...line.switches]).toEqual([
    ['remote-debugging-port', '0'],
    ['user-data-dir', '/tmp/a=b'],
    ['lang', ''],
  ])
})

test('runs the current folder when no app is named', () => {
  expect(readCommandLine([]).appPath).toBe('.')
})
