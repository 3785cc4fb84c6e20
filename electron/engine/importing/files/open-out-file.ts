/** Where the app may write a file for the user: never over its own data, never over what is no plain file. */
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { refuse } from '../../../contract/result.ts'
import { databasePath } from '../../history/data-folder.ts'
import type { Files } from '../../platform/files.ts'
import { type AtomicFile, createAtomicFile } from './atomic-file.ts'

export interface OutFilePlace {
  readonly path: string
  /** The folder of the history: nothing in it is ever replaced. */
  readonly dataDir: string
  /** The file that is being read, if one is. */
  readonly input: string | null
}

/** Begins a file of the user's; refuses a place where it would destroy something. */
export function openOutFile({ path, dataDir, input }: OutFilePlace, files: Files): AtomicFile {
  // Both names: a link in the data folder and a link that leads there.
  const targets = [join(realPath(dirname(resolve(path))), basename(path)), realPath(path)]
  if (targets.some((target) => isWithin(realPath(dataDir), target) || isBesideHistory(target, files)))
    refuse(
      'out_file_refused',
      `"${basename(path)}" would lie in the folder where Leadlight keeps its history.`,
      'Choose another folder for it.',
    )
  const entry = entryAt(path)
  if (entry && !entry.isFile())
    refuse(
      'out_file_refused',
      `"${basename(path)}" is ${entry.isDirectory() ? 'a folder' : 'not a plain file'}.`,
      'Choose another name for it.',
    )
  if (entry && input !== null && realPath(path) === realPath(input))
    refuse(
      'file_not_writable',
      'The file cannot replace the one it is made from.',
      'Choose another name for it.',
    )
  return createAtomicFile(path, files)
}

/** Another data folder: that of the user's own leads while the demo is open, say. */
function isBesideHistory(path: string, files: Files): boolean {
  return files.kind(databasePath(dirname(path))) !== 'none'
}

/** What is at the path, links followed; null where nothing is or nothing can be seen. */
function entryAt(path: string) {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** The path without links, as the disk spells it, as far as it exists; the rest as it is. */
function realPath(path: string): string {
  const full = resolve(path)
  try {
    // The native one also gives the disk's own capitals on disks that ignore them.
    return realpathSync.native(full)
  } catch {
    const parent = dirname(full)
    return parent === full ? full : join(realPath(parent), basename(full))
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
