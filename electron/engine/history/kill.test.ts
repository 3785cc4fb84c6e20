import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemFiles } from '../platform/files.ts'
import { bundledModel, openTrialHistory, trialFolder } from './fixtures/trial-history.ts'
import { createLeadInputs } from './lead-inputs.ts'
import { createLeadLists } from './list-leads.ts'
import { openReader } from './open-reader.ts'
import { countStored } from './score-rollup.ts'

const program = join(import.meta.dirname, 'fixtures', 'commit-forever.ts')

/** Lets a process commit until it has acknowledged `groups` groups, kills it, and tells how many leads it acknowledged. */
async function commitAndKill(folder: string, groups: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (piece) => {
    said += piece
    if (said.split('\n').length > groups) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return Number(said.trimEnd().split('\n').at(-1))
}

test.each([1, 2, 5, 13])(
  'a history killed after %d groups opens with every acknowledged lead',
  async (groups) => {
    const folder = trialFolder()
    const acknowledged = await commitAndKill(folder.path, groups)
    expect(acknowledged).toBeGreaterThanOrEqual(groups * 2048)

    // A reader comes first: it must not need the writer to repair anything.
    const reader = openReader(folder.path, systemFiles)
    expect(reader && countStored(reader)).toBeGreaterThanOrEqual(acknowledged)
    reader?.close()

    const history = await openTrialHistory(folder.path)
    const { db } = history.writer
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const stored = countStored(db)
    // Whole groups only.
    expect(stored % 2048 === 0 || stored === 200_000).toBe(true)
    expect(db.prepare('SELECT count(*), max(id) FROM prediction').raw().get()).toEqual([stored, stored])
    expect(db.prepare('SELECT state, rows, accepted FROM batch').all()).toEqual([
      { state: 'interrupted', rows: stored, accepted: stored },
    ])
    const jobtitle = bundledModel.manifest.fields.findIndex(({ name }) => name === 'jobtitle')
    expect(createLeadInputs(db).one(stored)[jobtitle]).toBe(`Title ${stored - 1}`)

    await history.catchUp(() => false)
    const page = createLeadLists(db, bundledModel.manifest.bands).page({
      order: 'best',
      search: 'title',
      limit: 1,
    })
    expect(page).toMatchObject({ total: stored, rows: [{ score: Math.fround(0.999) }] })
    history.close()
    folder.remove()
  },
)
