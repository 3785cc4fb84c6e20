import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataFolder } from './default-data-folder.ts'

test.each([
  ['linux', {}, join('/home/me', '.config', 'Leadlight', 'data')],
  ['linux', { XDG_CONFIG_HOME: '/cfg' }, join('/cfg', 'Leadlight', 'data')],
  ['darwin', {}, join('/home/me', 'Library', 'Application Support', 'Leadlight', 'data')],
  ['win32', { APPDATA: 'C:/Roaming' }, join('C:/Roaming', 'Leadlight', 'data')],
] as const)('on %s with %o', (platform, env, folder) => {
  expect(defaultDataFolder(platform, env, '/home/me')).toBe(folder)
})
