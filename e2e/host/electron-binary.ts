import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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
