/** Where things lie: in the repository, in a package, and on the user's disk. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EngineOptions } from '../engine/engine-options.ts'

/** Folders and files main hands out. */
export interface Locations {
  readonly rendererDir: string
  readonly preloadFile: string
  readonly threads: EngineOptions['threads']
  /** Holds `model/`, `samples/` and `icons/`. */
  readonly resourcesDir: string
  readonly iconFile: string
  readonly dataDir: string
  readonly stateFile: string
}

/** Finds everything from the folder of the main bundle (`out/main`) and what Electron says of the app. */
export function locate(from: {
  readonly mainDir: string
  readonly appPath: string
  readonly resourcesPath: string
  readonly isPackaged: boolean
  readonly userData: string
}): Locations {
  const resourcesDir = from.isPackaged ? from.resourcesPath : join(from.appPath, 'resources')
  const thread = (name: string) => pathToFileURL(join(from.mainDir, `${name}-thread.js`))
  return {
    rendererDir: join(from.mainDir, '../renderer'),
    preloadFile: join(from.mainDir, '../preload/index.cjs'),
    threads: {
      history: thread('history'),
      import: thread('import'),
      analysis: thread('analysis'),
      workbook: thread('workbook'),
      monitoring: thread('monitoring'),
    },
    resourcesDir,
    iconFile: join(resourcesDir, 'icons', '512.png'),
    dataDir: join(from.userData, 'data'),
    stateFile: join(from.userData, 'window-state.json'),
  }
}
