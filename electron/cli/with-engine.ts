/** Opens the engine for one command, on the folder the user named, and closes it whatever happens. */
import { join } from 'node:path'
import { refuse } from '../contract/result.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { defaultDataFolder } from './default-data-folder.ts'

export interface CommonOptions {
  readonly data?: string
  readonly json?: boolean
  readonly debug?: boolean
  /** The model to score with, by id; the active one when not said. */
  readonly model?: string
}

/** Holds the bundled model, its reference and the samples. */
export const resourcesDir = join(import.meta.dirname, '../../resources')

/** The sample files that ship with the app. */
export const samplesFolder = join(resourcesDir, 'samples')

const thread = (name: string) => new URL(`../engine/workers/${name}-thread.ts`, import.meta.url)

/** Runs `work` with an engine. `access` is `write` only for commands that store something. */
export async function withEngine<T>(
  options: CommonOptions,
  access: 'read' | 'write',
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await openEngine({
    dataDir: options.data ?? defaultDataFolder(process.platform, process.env),
    resourcesDir,
    threads: {
      history: thread('history'),
      import: thread('import'),
      analysis: thread('analysis'),
      workbook: thread('workbook'),
      monitoring: thread('monitoring'),
    },
    access,
  })
  try {
    if (options.model !== undefined) await requireModel(engine, options.model)
    return await work(engine)
  } finally {
    await engine.close()
  }
}

async function requireModel(engine: Engine, id: string): Promise<void> {
  const models = await engine.models()
  if (models.some((model) => model.id === id && model.active)) return
  const known = models.map((model) => model.id).join(', ')
  refuse('model_unknown', `There is no model "${id}".`, `Known models: ${known}.`)
}
