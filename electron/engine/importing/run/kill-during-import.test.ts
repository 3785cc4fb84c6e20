import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../engine.ts'
import { openTestEngine } from '../fixtures/open-test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-kill-'))
const file = join(folder, 'leads.csv')
const ROWS = 60_000

beforeAll(() => {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    row % 50 === 0
      ? `Name ${row},Iron Daisy,70,CEO,"Invented, person ${row}",one cell too many`
      : `Name ${row},Iron Daisy,${row % 100},CEO,"Invented, person ${row}"`,
  )
  writeFileSync(file, `name,company,llm_quality,jobtitle,summary\n${rows.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Said {
  /** Ids of single leads that were acknowledged. */
  readonly leads: number[]
  /** Leads of the import that were seen in the history. */
  stored: number
  ended: boolean
}

/** Imports in a process of its own and ends that with SIGKILL once `enough` says so. */
async function importUntil(dataDir: string, enough: (said: Said) => boolean): Promise<Said> {
  const script = new URL('../fixtures/import-until-killed.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, dataDir, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: Said = { leads: [], stored: 0, ended: false }
  let killed = false
  for await (const text of createInterface({ input: child.stdout })) {
    const line: { lead?: number; stored?: number; ended?: boolean } = JSON.parse(text)
    if (line.lead !== undefined) said.leads.push(line.lead)
    if (line.stored !== undefined) said.stored = Math.max(said.stored, line.stored)
    if (line.ended) said.ended = true
    if (!killed && enough(said)) killed = child.kill('SIGKILL')
  }
  return said
}

describe('kill -9 during an import', () => {
  it.each([
    ['before the first group', 0],
    ['after some groups', 8_000],
    ['after half', 30_000],
  ])('%s: the history opens with every row that was acknowledged', async (name, storedAtLeast) => {
    const dataDir = join(folder, name)
    const said = await importUntil(
      dataDir,
      ({ stored, leads }) => leads.length > 0 && stored >= storedAtLeast,
    )
    expect(said.ended).toBe(false)

    const engine = await openTestEngine(dataDir)
    try {
      const { predictions, batches } = await engine.overview()
      const [batch] = batches
      const accepted = batch?.accepted ?? 0
      const rows = batch?.rows ?? 0
      expect(accepted).toBeGreaterThanOrEqual(said.stored)
      expect(rows).toBe(accepted + (batch?.rejected ?? 0))
      expect(rows).toBeLessThan(ROWS)
      if (batch) expect(batch.state).toBe('interrupted')
      // One single lead may have been committed without its acknowledgement getting through.
      expect(predictions - accepted - said.leads.length).toBeGreaterThanOrEqual(0)
      expect(predictions - accepted - said.leads.length).toBeLessThanOrEqual(1)
      for (const id of said.leads)
        expect((await engine.getLead(id)).fields).toMatchObject({ jobtitle: 'CEO' })
      if (batch) await checkBatch(engine, batch.id, rows, accepted)
    } finally {
      await engine.close()
    }
  })
})

/** The batch holds exactly the accepted ones of the file's first rows, with what they were made from. */
async function checkBatch(engine: Engine, batch: number, rows: number, accepted: number) {
  const acceptedRows = Array.from({ length: rows }, (_, row) => row).filter((row) => row % 50 !== 0)
  expect(acceptedRows).toHaveLength(accepted)
  const page = await engine.listLeads({ order: 'newest', batch, limit: 500 })
  expect(page.total).toBe(accepted)
  for (const lead of page.rows.slice(0, 20)) {
    const row = (lead.row ?? 0) - 1
    expect(lead.name).toBe(`Name ${row}`)
    expect((await engine.getLead(lead.id)).fields).toMatchObject({
      llm_quality: row % 100,
      summary: `Invented, person ${row}`,
    })
  }
  expect(page.rows[0]?.row).toBe((acceptedRows.at(-1) ?? 0) + 1)
}
