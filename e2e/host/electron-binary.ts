import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hasDisplay } from './display.ts'

/** The folder of the npm package `electron`. */
export function electronPackageDir(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/** The real Electron, if its binary has been fetched, else null. */
export function electronBinary(): string | null {
  const named = join(electronPackageDir(), 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(electronPackageDir(), 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** What can run the app's window in tests: Electron where it is and can draw, else the stand-in. E2E_HOST forces one. */
export function chooseTestHost(): 'electron' | 'double' {
  const forced = process.env.E2E_HOST
  if (forced === 'electron' || forced === 'double') return forced
  if (forced) throw new Error(`E2E_HOST must be electron or double; it is ${forced}`)
  return electronBinary() && hasDisplay() ? 'electron' : 'double'
}

/** The program of a package, from its archive. */
export function packagedProgram(archive: string): string {
  const resources = dirname(archive)
  if (process.platform === 'darwin') return join(resources, '../MacOS/Leadlight')
  return join(resources, '..', process.platform === 'win32' ? 'Leadlight.exe' : 'leadlight')
}
