/** Importing from the command line: the options of `score`, and going on with an import or taking it back. */
import { existsSync, readFileSync, statSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { testCommandLine } from './fixtures/test-command-line.ts'

const samples = join(import.meta.dirname, '../engine/importing/fixtures')
const sample = (name: string) => join(samples, name)
const records = (path: string): string[][] => parse(readFileSync(path), { bom: true })

const { leadlight, json, file, place } = testCommandLine()

describe('score --dry-run --json', () => {
  test('has the keys that programs rely on, counts columns from 0, and stores nothing', async () => {
    const document = await json(['score', sample('bad-numbers.csv'), '--dry-run', '--cells'])
    expect(Object.keys(document).sort()).toEqual(
      'accepted cells ignored mapping outcome rejected rejects repaired rows warnings'.split(' '),
    )
    expect(document).toMatchObject({ outcome: 'warn', rows: 15, accepted: 15, rejected: 0 })
    expect(document.mapping[0]).toEqual({ column: 0, header: 'name', field: 'name' })
    expect(document.cells['4']).toMatchObject({ llm_engagement: 0.6 })
    expect(document.cells['1']).toMatchObject({ llm_quality: null })
    expect(document.warnings).toContainEqual(
      expect.objectContaining({ code: 'value_out_of_range', rows: [1], column: 'llm_quality', text: '130' }),
    )
    expect(await json(['batches'])).toEqual([])
  })

  test('asks with the options that answer, exit code 1, and the document all the same', async () => {
    const { out, err, code } = await leadlight(['score', sample('no-header.csv'), '--dry-run', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'ask', reason: 'header_missing' })
    expect(err).toMatch(/^error: .*first line.*\n.*--header none/)
  })

  test('refuses with exit code 1, and the document all the same', async () => {
    const { out, err, code } = await leadlight(['score', file('a.csv', ''), '--dry-run', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'refuse', reason: 'empty_file', rows: 0 })
    expect(err).toMatch(/^error: .*empty/)
  })

  test('reads as the options say', async () => {
    const read = async (content: string, ...options: string[]) => {
      const path = file('leads.csv', content)
      return json(['score', path, '--dry-run', '--cells', ...options])
    }
    const noHeader = await read(
      'Ada,CEO\nBo,CTO\n',
      '--header',
      'no',
      '--map',
      'name=#1',
      '--map',
      'jobtitle=#2',
    )
    expect(noHeader).toMatchObject({ rows: 2, cells: { 1: { name: 'Ada', jobtitle: 'CEO' } } })
    const scaled = await read('name,llm_engagement\nAda,0.5\n', '--scale', 'llm_engagement=0.01')
    expect(scaled.cells['1'].llm_engagement).toBe(0.005)
    const barred = await read('name|jobtitle\nAda, Bo|CEO\n', '--delimiter', '|')
    expect(barred.cells['1']).toMatchObject({ name: 'Ada, Bo', jobtitle: 'CEO' })
    const encoded = await read('name,jobtitle\nLo\u00efc,CEO\n', '--encoding', 'windows-1252')
    expect(encoded.cells['1'].name).toBe('LoÃ¯c')
  })
})

describe('score', () => {
  test('asks once which column is meant, and takes the answer it named', async () => {
    const path = sample('duplicate-and-unknown-headers.csv')
    const { out, err, code } = await leadlight(['score', path])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^error: Two columns could be Profile quality/)
    expect(err.trimEnd().split('\n').slice(1)).toEqual([
      expect.stringMatching(/ --map llm_quality="LLM quality"$/),
      expect.stringMatching(/ --map llm_quality=llm_quality$/),
    ])
    expect(await json(['score', path, '--map', 'llm_quality=LLM quality'])).toMatchObject({ accepted: 10 })
  })

  test('does with known leads what --duplicates says, and scores them again unless told', async () => {
    const path = sample('clean-all-fields.csv')
    const imported = async (...options: string[]) => {
      const { accepted, rejected, duplicates } = await json(['score', path, ...options])
      return { accepted, rejected, known: duplicates.inHistory }
    }
    expect(await imported()).toEqual({ accepted: 40, rejected: 0, known: 0 })
    expect(await imported('--duplicates', 'skip')).toEqual({ accepted: 0, rejected: 40, known: 40 })
    expect(await imported('--duplicates', 'update')).toEqual({ accepted: 40, rejected: 0, known: 40 })
    expect((await json(['leads'])).total).toBe(40)
    expect(await imported()).toEqual({ accepted: 40, rejected: 0, known: 40 })
    expect((await json(['leads'])).total).toBe(80)
  })

  test('--rank puts the best first in the --out file', async () => {
    const ranked = place('ranked.csv')
    await json(['score', sample('clean-all-fields.csv'), '--out', ranked, '--rank'])
    const [header = [], ...rows] = records(ranked)
    expect(header.slice(-3)).toEqual(['score', 'label', 'band'])
    const scores = rows.map((row) => Number(row.at(-3)))
    expect(scores).toHaveLength(40)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('--rejects writes the rejected rows with the reason; mended, they go in', async () => {
    const leads = file('leads.csv', 'name,jobtitle\nAda,CEO\nBo,CTO,shifted\n')
    const rejects = place('rejects.csv')
    await json(['score', leads, '--rejects', rejects])
    const written = readFileSync(rejects, 'utf8')
    expect(written).toBe(
      '\uFEFFname,jobtitle,Leadlight: why not taken\r\nBo,CTO,shifted,The row has 3 cells where the file has 2 columns.\r\n',
    )
    const mended = file('mended.csv', written.replace(',shifted', ''))
    expect(await json(['score', mended])).toMatchObject({ rows: 1, accepted: 1, rejected: 0 })
  })

  test('--rejects writes no file where nothing was rejected, and says so', async () => {
    const rejects = place('rejects.csv')
    const { err, code } = await leadlight(['score', sample('clean-all-fields.csv'), '--rejects', rejects])
    expect(code).toBe(0)
    expect(err).toMatch(/no row was rejected/)
    expect(existsSync(rejects)).toBe(false)
  })

  test('refuses a sheet or a field that is not there, and stores nothing', async () => {
    const sheet = await leadlight(['score', sample('workbook-renamed.csv'), '--sheet', 'Nope'])
    expect(sheet).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/"Nope".*\n.*--sheet "Leads"/),
    })
    const field = await leadlight(['score', sample('clean-all-fields.csv'), '--scale', 'shoe=1'])
    expect(field).toMatchObject({ code: 1, out: '', err: expect.stringContaining('"shoe"') })
    expect(await json(['batches'])).toEqual([])
  })

  test.each([
    ['--cells'],
    ['--cells', '--dry-run'],
    ['--dry-run', '--out', 'x.csv'],
    ['--dry-run', '--rank'],
  ])('%s %s is wrong usage', async (...options) => {
    const wrong = await leadlight(['score', sample('clean-all-fields.csv'), ...options])
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^error: /) })
  })
})

describe('an import stopped with Ctrl-C', () => {
  const leads = 100_000

  /** Stops `score` once part of the scored copy is written: leads have been scored by then. */
  async function stopped() {
    const twice = 'Bo,bo@example.com,70\n'.repeat(2)
    const path = file('long.csv', `name,email,llm_quality\n${twice}${'Ada,,70\n'.repeat(leads - 1)}`)
    const out = place('out.csv')
    return leadlight(['score', path, '--duplicates', 'skip', '--out', out, '--json'], {
      onStart: (child) => {
        const folder = watch(dirname(out), (_, name) => {
          if (!name?.startsWith(`.${basename(out)}.`)) return
          const written = statSync(place(name), { throwIfNoEntry: false })
          if (!written || written.size === 0) return
          folder.close()
          child.kill('SIGINT')
        })
      },
    })
  }

  test('says what is stored and how to go on, ends with exit code 1, and goes on to the same result and whole files', async () => {
    const { out, err, code } = await stopped()
    expect(code).toBe(1)
    const summary = JSON.parse(out)
    expect(summary).toMatchObject({ batch: 1, cancelled: true })
    expect(summary.rows).toBeGreaterThan(0)
    expect(summary.rows).toBeLessThan(leads)
    expect(err).toContain(
      `${summary.accepted.toLocaleString('en')} leads scored so far are stored as batch 1`,
    )
    expect(err).toContain('"resume 1" goes on with it')
    expect(err).toContain('the --out file was not written: "resume 1 --out FILE" writes all of it')
    expect(existsSync(place('out.csv'))).toBe(false)
    expect(await json(['batches'])).toMatchObject([{ id: 1, state: 'cancelled', resumable: true }])

    const [whole, rejects] = [place('whole.csv'), place('rejects.csv')]
    const resumed = await json(['resume', '1', '--out', whole, '--rejects', rejects])
    expect(resumed).toMatchObject({ batch: 1, cancelled: false, rows: leads + 1, accepted: leads })
    const [header, bo, ...adas] = records(whole)
    expect(header).toEqual(['name', 'email', 'llm_quality', 'score', 'label', 'band'])
    expect(bo?.[0]).toBe('Bo')
    expect(adas).toHaveLength(leads - 1)
    expect(new Set(adas.map((cells) => cells.join())).size).toBe(1)
    expect(records(rejects)[1]?.slice(0, 2)).toEqual(['Bo', 'bo@example.com'])
    expect(await leadlight(['resume', '1'])).toMatchObject({ code: 1, out: '' })
    expect((await json(['leads', '--top', '1'])).total).toBe(leads)
  })

  test('can be taken back', async () => {
    const { accepted } = JSON.parse((await stopped()).out)
    expect(await json(['undo', '1'])).toMatchObject({ batch: 1, removed: accepted, kept: 0 })
    expect((await json(['leads'])).total).toBe(0)
    expect(await json(['batches'])).toMatchObject([{ id: 1, state: 'undone', leads: 0 }])
    expect(await leadlight(['resume', '1'])).toMatchObject({ code: 1, err: expect.stringMatching(/undone/) })
    expect(await leadlight(['undo', '1'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/undone before/),
    })
  })
})

test('resume and undo refuse a batch that is not there', async () => {
  await json(['lead', '{}'])
  for (const command of ['resume', 'undo']) {
    const refused = await leadlight([command, '7'])
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^error: .*import 7/) })
    expect(await leadlight([command, 'seven'])).toMatchObject({ code: 2, out: '' })
  }
})
