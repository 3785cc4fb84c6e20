/** Runs one of the project's own tools (a JavaScript file under node_modules) in the same Node and waits for it. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

/** The repository's folder. */
export const root = resolve(import.meta.dirname, '../..')

/** True when the tool ended with exit code 0. `tool` is a path below node_modules or below the repository. */
export function runTool(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(process.execPath, [join(root, tool), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

/** Runs every step, even after one has failed, so that one run tells everything; true when all succeeded. */
export function runSteps(steps: readonly (readonly [name: string, run: () => boolean])[]): boolean {
  const failed: string[] = []
  for (const [name, run] of steps) {
    console.log(`\n== ${name}`)
    if (!run()) failed.push(name)
  }
  if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`)
  return failed.length === 0
}
