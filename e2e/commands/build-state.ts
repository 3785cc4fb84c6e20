/** Whether the built app is there and newer than what it was built from. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['electron', 'renderer', 'model', 'docs', 'electron.vite.config.ts', 'package.json']
const BUILT = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** True when nothing was changed since the last whole build. */
export function isBuildFresh(root: string): boolean {
  const built = BUILT.map((file) => join(root, file))
  if (!built.every((file) => existsSync(file))) return false
  const oldestBuilt = Math.min(...built.map(changedAt))
  return SOURCES.every((source) => newest(join(root, source)) <= oldestBuilt)
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return changedAt(path)
  // Folders count as well: a file that was taken away changes only its folder.
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(changedAt(path), ...entries.map((entry) => changedAt(join(path, entry))))
}

function changedAt(path: string): number {
  return statSync(path).mtimeMs
}
