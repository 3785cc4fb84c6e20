/** A script of this folder in a process of its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs a script and reads the last line it prints. */
export function runScript<T>(script: string, given: readonly string[]): T {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, script), ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.status !== 0) throw new Error(`${script} failed`)
  return JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '')
}
