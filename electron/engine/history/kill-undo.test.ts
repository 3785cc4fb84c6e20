import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBatches } from './batch-list.ts'
import { everythingShown } from './fixtures/everything-shown.ts'
import { importUpdating } from './fixtures/import-updating.ts'
import {
  bundledModel,
  importTrialLeads,
  openTrialHistory,
  type TrialLead,
  trialFolder,
} from './fixtures/trial-history.ts'
import type { OpenHistory } from './open-history.ts'
import { undoBatch } from './undo-batch.ts'

const program = join(import.meta.dirname, 'fixtures', 'undo-and-tell.ts')
const leads = (count: number): TrialLead[] =>
  Array.from({ length: count }, (_, i) => ({
    score: Math.fround(((i * 37) % 100) / 100),
    identity: { name: `Lead ${i}`, email: `${i}@example.test` },
    jobtitle: `Title ${i % 5}`,
  }))

const folder = trialFolder()
const prepared = join(folder.path, 'prepared')
let before: unknown
let after: unknown
beforeAll(async () => {
  const history = await openTrialHistory(prepared)
  await importTrialLeads(history, leads(700))
  await importUpdating(history, leads(4500))
  history.writer.db.exec('UPDATE prediction SET outcome = 1 WHERE batch_id = 2 AND row_number IN (3, 4000)')
  before = await shown(history)
  history.close()
  const undisturbed = join(folder.path, 'undisturbed')
  cpSync(prepared, undisturbed, { recursive: true })
  const other = await openTrialHistory(undisturbed)
  await undoBatch(other.writer, 2, { onProgress: () => {}, stopped: () => false })
  after = await shown(other)
  other.close()
})
afterAll(() => folder.remove())

const shown = ({ writer: { db } }: OpenHistory) => everythingShown(db, ['title 3'], [2])

/** Lets a process undo until it has said so many lines, and kills it. */
async function undoAndKill(dataDir: string, lines: number): Promise<void> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (piece) => {
    said += piece
    if (said.split('\n').length > lines || said.includes('undone')) child.kill('SIGKILL')
  })
  await once(child, 'close')
}

// From before the first slice to after the last one.
test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'an undo killed at moment %d is done, or has not begun, once the history is open again',
  async (moment) => {
    const dataDir = join(folder.path, String(moment))
    cpSync(prepared, dataDir, { recursive: true })
    await undoAndKill(dataDir, moment)

    const history = await openTrialHistory(dataDir)
    await history.undoLeftOver(() => false)
    const { db } = history.writer
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const [batch] = listBatches(db, bundledModel.digest)
    expect(['done', 'undone']).toContain(batch?.state)
    expect(batch?.leads).toBe(batch?.state === 'done' ? 4500 : 2)
    expect(await shown(history)).toEqual(batch?.state === 'done' ? before : after)
    history.close()
  },
)
