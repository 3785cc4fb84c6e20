/** `doctor`: is everything there that the engine needs, and sound? Changes nothing. */
import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse, toAppError } from '../contract/result.ts'
import { type ReadHandle, sqliteVersion } from './history/connection.ts'
import { openReader } from './history/open-reader.ts'
import { countStored } from './history/score-rollup.ts'
import { isWriterLocked } from './history/writer-lock.ts'
import type { Files } from './platform/files.ts'
import { bundledModelFolder, checkReference, modelId, readBundle } from './registry/read-bundle.ts'
import { openModel } from './scoring/open-model.ts'
import type { Check } from './workers/analysis-operations.ts'
import type { ThreadStart } from './workers/operation.ts'

/** Below this the doctor warns: an import of a million leads takes about 350 MB, twice that while it is written. */
const COMFORTABLE_BYTES = 1024 ** 3

/** One line per thing that was looked at. */
export async function examine(
  { dataDir, resourcesDir }: ThreadStart,
  files: Files,
): Promise<readonly Check[]> {
  const model = bundledModelFolder(resourcesDir)
  return [
    await check('data folder', () => describeFolder(dataDir, files)),
    await check('free space', () => describeSpace(existingFolder(dataDir, files), files)),
    await check('lock', () => describeLock(dataDir, files)),
    await check('history', () => describeHistory(dataDir, files)),
    await check('model files', () => {
      const { manifest } = readBundle(model, files)
      checkReference(model, manifest, files)
      return `${modelId(manifest)}: every file is the one its manifest describes`
    }),
    await check('scoring', async () => {
      const opened = await openModel(readBundle(model, files))
      await opened.release()
      return `ONNX Runtime gives the expected score for all ${opened.manifest.golden.length} golden leads`
    }),
  ]
}

/** What was found, or why it could not be: as a line, never as an exception. */
async function check(name: string, look: () => string | Promise<string>): Promise<Check> {
  try {
    return { check: name, ok: true, message: await look() }
  } catch (error) {
    const { message, hint } = toAppError(error)
    return { check: name, ok: false, message: hint ? `${message} ${hint}` : message }
  }
}

async function describeFolder(dataDir: string, files: Files): Promise<string> {
  const folder = existingFolder(dataDir, files)
  // Not `files.kind`: a link to a folder will do.
  if (!(await stat(folder)).isDirectory()) {
    refuse('data_folder_not_writable', `${folder} is not a folder.`, 'Choose another data folder.')
  }
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    refuse(
      'data_folder_not_writable',
      `The folder ${folder} cannot be read and written.`,
      'Check its permissions or choose another folder.',
    )
  }
  return folder === dataDir
    ? `${dataDir} can be read and written`
    : `${dataDir} does not exist yet and can be made`
}

/** The data folder, or the nearest folder above that exists. */
function existingFolder(path: string, files: Files): string {
  const above = dirname(path)
  return files.kind(path) !== 'none' || above === path ? path : existingFolder(above, files)
}

function describeSpace(folder: string, files: Files): string {
  const free = files.freeBytes(folder)
  const shown = `${(free / 1024 ** 3).toFixed(1)} GB free`
  if (free < COMFORTABLE_BYTES) throw new Error(`only ${shown}`)
  return shown
}

function describeLock(dataDir: string, files: Files): string {
  return isWriterLocked(dataDir, files)
    ? 'Leadlight is open with this folder; commands that write have to wait'
    : 'nobody is writing'
}

function describeHistory(dataDir: string, files: Files): string {
  const db = openReader(dataDir, files)
  if (!db) return 'no history yet'
  try {
    return examineHistory(db)
  } finally {
    db.close()
  }
}

function examineHistory(db: ReadHandle): string {
  const found = db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new Error(`the history is damaged: ${String(found)}`)
  const rows = db.prepare<[], number>('SELECT count(*) FROM prediction').pluck().get() ?? 0
  const counted = countStored(db)
  const inChunks = db.prepare<[], number>('SELECT ifnull(sum(count), 0) FROM input_chunk').pluck().get() ?? 0
  if (rows !== counted || rows > inChunks) {
    throw new Error(`the history is damaged: ${rows} predictions, ${counted} counted, inputs of ${inChunks}`)
  }
  return `${rows} predictions, sound (SQLite ${sqliteVersion(db)})`
}
