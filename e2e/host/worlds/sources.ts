/** Builds the scripts that Chromium runs first in every document. */
import { codecFunctions } from '../codec.ts'
import { linkFunctions } from './link.ts'
import { pageWorldFunctions, type WorldSettings } from './page-world.ts'
import { preloadWorldFunctions } from './preload-world.ts'

const shared = [...codecFunctions, ...linkFunctions]

/** The script for the page's world. */
export function pageWorldSource(settings: WorldSettings): string {
  return inScope(
    [...shared, ...pageWorldFunctions],
    `startPageWorld(${JSON.stringify(settings)}, { encode, decode })`,
  )
}

/** The script for the preload's world, with the preload inside. */
export function preloadWorldSource(settings: WorldSettings, preload: string): string {
  const code = `function (require, module, exports, process) {\n${preload}\n}`
  return inScope(
    [...shared, ...preloadWorldFunctions],
    `startPreloadWorld(${JSON.stringify(settings)}, { encode, decode }, ${code})`,
  )
}

function inScope(functions: readonly object[], call: string): string {
  return `(() => {\n${functions.join('\n')}\n${call}\n})()`
}
