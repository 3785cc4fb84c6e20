/** The engine with the threads of the built app: what is measured is what people run, bundled and without type stripping. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Engine, openEngine } from '../../engine/engine.ts'

const root = join(import.meta.dirname, '../../..')
const thread = (name: string) => new URL(`../../../out/main/${name}-thread.js`, import.meta.url)

/** Builds the app, so that its threads are those of the sources. */
export function buildApp(): void {
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const build = [builder, 'build', '--logLevel', 'error']
  const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('the app could not be built')
}

/** Runs `work` with an engine that may write, and closes it whatever happens. The app must have been built. */
export async function withBuiltEngine<T>(dataDir: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({
    dataDir,
    resourcesDir: join(root, 'resources'),
    threads: {
      history: thread('history'),
      import: thread('import'),
      analysis: thread('analysis'),
      workbook: thread('workbook'),
      monitoring: thread('monitoring'),
    },
    access: 'write',
  })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
