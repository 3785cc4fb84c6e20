import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import type { LeadDetail } from '../../../contract/history.ts'
import { DEFAULT_SETTINGS, type ImportProgress } from '../../../contract/importing.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, quietly } from '../fixtures/open-test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-import-'))
const cleanFile = new URL('../fixtures/clean-all-fields.csv', import.meta.url).pathname
afterAll(() => rmSync(folder, { recursive: true }))

async function withEngine<T>(name: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openTestEngine(join(folder, name))
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

const asRead = (path: string) => ({ path, order: 'as-read' }) as const

/** All leads in the order of the file, without what differs from import to import. */
async function allLeads(engine: Engine) {
  const { rows } = await engine.listLeads({ order: 'oldest', limit: 500 })
  const details = await Promise.all(rows.map(({ id }) => engine.getLead(id)))
  const known = ({ name, company, email, link, fields, score, label, band, row }: LeadDetail) => {
    return { name, company, email, link, fields, score, label, band, row }
  }
  return details.sort((a, b) => a.id - b.id).map(known)
}

describe('importing through the engine', () => {
  it('stores the leads; exported and imported again they are the same', async () => {
    const exported = join(folder, 'exported.csv')
    const first = await withEngine('first', async (engine) => {
      const summary = await engine.importFile(cleanFile, DEFAULT_SETTINGS, quietly())
      expect(summary).toMatchObject({ batch: 1, rows: 40, accepted: 40, warnings: [] })
      expect(summary.bands.hot + summary.bands.warm + summary.bands.cold).toBe(40)
      const written = await engine.exportLeads({ order: 'oldest' }, exported, {
        signal: new AbortController().signal,
      })
      expect(written).toEqual({ fileName: 'exported.csv', rows: 40 })
      return allLeads(engine)
    })
    const second = await withEngine('second', async (engine) => {
      const inspection = await engine.inspectFile(exported, DEFAULT_SETTINGS)
      expect(inspection.columns.filter(({ target }) => target === null).map(({ header }) => header)).toEqual([
        'score',
        'label',
        'band',
        'scored_at',
      ])
      expect((await engine.importFile(exported, DEFAULT_SETTINGS, quietly())).accepted).toBe(40)
      return allLeads(engine)
    })
    expect(second).toEqual(first)
  })

  it('writes a scored copy in the order of the file, with the scores that were stored', async () => {
    const outFile = join(folder, 'scored.csv')
    const leads = await withEngine('scored', async (engine) => {
      await engine.importFile(cleanFile, DEFAULT_SETTINGS, { ...quietly(), outFile: asRead(outFile) })
      return allLeads(engine)
    })
    const copy: Record<string, string>[] = parse(readFileSync(outFile), { columns: true })
    const original: Record<string, string>[] = parse(readFileSync(cleanFile), { columns: true })
    expect(copy).toEqual(
      original.map((row, index) => ({
        ...row,
        score: String(leads[index]?.score),
        label: leads[index]?.label,
        band: leads[index]?.band,
      })),
    )
  })

  it('writes the best leads first where that is asked for: the same rows, nothing left beside them', async () => {
    const place = join(folder, 'ranked')
    mkdirSync(place)
    const [inOrder, ranked] = [join(place, 'in-order.csv'), join(place, 'ranked.csv')]
    await withEngine('ranking', async (engine) => {
      await engine.importFile(cleanFile, DEFAULT_SETTINGS, { ...quietly(), outFile: asRead(inOrder) })
      const outFile = { path: ranked, order: 'best-first' } as const
      await engine.importFile(cleanFile, DEFAULT_SETTINGS, { ...quietly(), outFile })
    })
    const [header, ...rows] = readFileSync(inOrder, 'utf8').split('\n').slice(0, -1)
    const score = (row: string) => Number(row.split(',').at(-3))
    const expected = rows.toSorted((a, b) => score(b) - score(a))
    expect(readFileSync(ranked, 'utf8')).toBe(`${[header, ...expected].join('\n')}\n`)
    expect(readdirSync(place).sort()).toEqual(['in-order.csv', 'ranked.csv'])
  })

  it('never replaces the file it reads', async () => {
    const path = join(folder, 'precious.csv')
    writeFileSync(path, 'name,jobtitle\nA,CEO\n')
    await withEngine('precious', async (engine) => {
      await expect(
        engine.importFile(path, DEFAULT_SETTINGS, { ...quietly(), outFile: asRead(path) }),
      ).rejects.toThrow(/cannot replace/)
    })
    expect(readFileSync(path, 'utf8')).toBe('name,jobtitle\nA,CEO\n')
  })

  it('never writes into the data folder, neither a scored copy nor an export', async () => {
    await withEngine('guarded', async (engine) => {
      await engine.importFile(cleanFile, DEFAULT_SETTINGS, quietly())
      const history = join(folder, 'guarded', 'leadlight.db')
      const refused = { error: { code: 'out_file_refused' } }
      await expect(
        engine.importFile(cleanFile, DEFAULT_SETTINGS, { ...quietly(), outFile: asRead(history) }),
      ).rejects.toMatchObject(refused)
      await expect(
        engine.exportLeads({ order: 'best' }, history, { signal: new AbortController().signal }),
      ).rejects.toMatchObject(refused)
      expect((await engine.overview()).predictions).toBe(40)
    })
  })

  it('cancelled, it keeps what was stored, counts it right, and leaves no half copy', async () => {
    const path = join(folder, 'long.csv')
    const outFile = join(folder, 'long-scored.csv')
    writeFileSync(
      path,
      `name,llm_quality\n${Array.from({ length: 100_000 }, (_, row) => `N${row},${row % 100}\n`).join('')}`,
    )
    await withEngine('cancelled', async (engine) => {
      const stop = new AbortController()
      const steps: ImportProgress[] = []
      const summary = await engine.importFile(path, DEFAULT_SETTINGS, {
        ...quietly(),
        signal: stop.signal,
        outFile: asRead(outFile),
        onProgress: (step) => {
          steps.push(step)
          stop.abort()
        },
      })
      expect(summary.cancelled).toBe(true)
      expect(summary.rows).toBeLessThan(100_000)
      expect(summary.rows).toBeGreaterThanOrEqual(steps[0]?.rows ?? 1)
      const { predictions, batches } = await engine.overview()
      expect(predictions).toBe(summary.accepted)
      expect(batches[0]).toMatchObject({ state: 'cancelled', rows: summary.rows, accepted: summary.accepted })
    })
    expect(readdirSync(folder).filter((name) => name.includes('long-scored'))).toEqual([])
  })

  it('a refused file leaves no batch, and the next import works', async () => {
    await withEngine('refused', async (engine) => {
      const picture = join(folder, 'picture.csv')
      writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
      await expect(engine.importFile(picture, DEFAULT_SETTINGS, quietly())).rejects.toThrow(/is a PNG image/)
      await expect(engine.inspectFile(join(folder, 'none.csv'), DEFAULT_SETTINGS)).rejects.toThrow(
        /no file "none.csv"/,
      )
      expect((await engine.overview()).batches).toEqual([])
      expect((await engine.importFile(cleanFile, DEFAULT_SETTINGS, quietly())).accepted).toBe(40)
    })
  })
})
