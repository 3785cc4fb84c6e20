import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { locate } from './locations.ts'

const from = {
  mainDir: join('/app/out/main'),
  appPath: '/app',
  resourcesPath: '/package/resources',
  userData: '/home/me/.config/Leadlight',
}

test('in the repository, resources lie in the repository', () => {
  expect(locate({ ...from, isPackaged: false }).resourcesDir).toBe(join('/app/resources'))
})

test('in a package, resources lie beside the archive', () => {
  const places = locate({ ...from, isPackaged: true })
  expect(places.resourcesDir).toBe('/package/resources')
  expect(places.iconFile).toBe(join('/package/resources/icons/512.png'))
})

test("threads and preload lie beside the main bundle, data in the user's folder", () => {
  const places = locate({ ...from, isPackaged: false })
  expect(fileURLToPath(places.threads.history)).toBe(join('/app/out/main/history-thread.js'))
  expect(places.preloadFile).toBe(join('/app/out/preload/index.cjs'))
  expect(places.dataDir).toBe(join('/home/me/.config/Leadlight/data'))
})
