/** Cells pasted from a spreadsheet, as files: from here on they are imported like any other. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = 'pasted'
/** The name the window and the history show. */
const FILE_NAME = 'Pasted cells.tsv'

/** Writes pasted cells into the data folder, readable by its owner only; answers the file's path. */
export async function savePastedTable(dataDir: string, text: string): Promise<string> {
  // A folder each: the name is what people see, so it cannot be what tells two pastes apart.
  const folder = join(dataDir, FOLDER, randomUUID())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE_NAME)
  await writeFile(path, text, { mode: 0o600, flag: 'wx' })
  return path
}

/** Removes what was pasted earlier: the leads themselves are in the history by then. */
export async function removePastedTables(dataDir: string): Promise<void> {
  await rm(join(dataDir, FOLDER), { recursive: true, force: true })
}
