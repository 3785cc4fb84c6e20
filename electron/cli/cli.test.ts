/** The command line as a user meets it: a process, its exit code, its two streams. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { testCommandLine } from './fixtures/test-command-line.ts'

const samples = join(import.meta.dirname, '../../resources/samples')

const { leadlight, json, file, place } = testCommandLine()

const records = (path: string): string[][] => parse(readFileSync(path), { bom: true })

describe('drift', () => {
  test('finds the shifted sample shifted, the other one not, and says so for people and programs', async () => {
    await json(['score', join(samples, 'leads-5000.csv')])
    await json(['score', join(samples, 'leads-5000-shifted.csv')])
    const alike = await json(['drift', '--window', 'batch:1'])
    expect([alike.verdict, alike.window.leads]).toEqual(['no_drift', 5000])
    const shifted = await json(['drift', '--window', 'last:5000'])
    expect([shifted.verdict, shifted.fields.length]).toEqual(['drift', 25])
    const named = await json([
      'drift',
      '--baseline',
      'batch:1',
      '--rule',
      'evidently',
      '--test',
      'llm_quality=ks',
    ])
    expect(named.baseline.name).toBe('leads-5000.csv')
    expect(named.request.tests).toEqual({ llm_quality: 'ks' })

    const page = place('report.html')
    const { out, err, code } = await leadlight(['drift', '--window', 'batch:2', '--html', page])
    expect([code, err]).toEqual([0, 'The report was written to report.html.\n'])
    expect(readFileSync(page, 'utf8')).toContain('14 of 19 fields')
    expect(out).toContain('the leads differ from the model’s own leads. 14 of 19 fields are different')
    expect(out).toMatch(
      /^ {2}Seniority: 87% of these leads are “Entry level”; in the model’s own leads it is 43%\.$/m,
    )
    expect(out).toMatch(/^llm_quality +no_drift +normed Wasserstein distance/m)
  })

  test('without leads, or of an import that never was, says so', async () => {
    expect(await json(['drift'])).toMatchObject({ verdict: 'no_leads', fields: [], score: null })
    expect(await leadlight(['drift', '--window', 'batch:3'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('error: There is no import 3'),
    })
  })

  test.each([[['--window', 'lately']], [['--test', 'industry=guess']], [['--rule', 'strict']]])(
    '%j is wrong usage',
    async (args) => {
      expect((await leadlight(['drift', ...args])).code).toBe(2)
    },
  )

  test('a test that is not made for a field is refused', async () => {
    await json(['score', join(samples, 'leads-50.csv')])
    const { code, err } = await leadlight(['drift', '--test', 'industry=ks'])
    expect([code, err]).toEqual([1, expect.stringContaining('cannot judge Industry')])
  })
})

describe('score', () => {
  test('takes all 5,000 sample leads, writes them back in order, and the next process sees the same history', async () => {
    const sample = join(samples, 'leads-5000.csv')
    const scored = place('scored.csv')
    const summary = await json(['score', sample, '--out', scored])
    expect(summary).toMatchObject({ batch: 1, rows: 5000, accepted: 5000, rejected: 0, cancelled: false })
    expect(summary.bands.hot + summary.bands.warm + summary.bands.cold).toBe(5000)

    const [header, ...rows] = records(scored)
    const [originalHeader, ...originals] = records(sample)
    expect(header).toEqual([...(originalHeader ?? []), 'score', 'label', 'band'])
    expect(rows.map((row) => row.slice(0, -3))).toEqual(originals)
    const scores = rows.map((row) => Number(row.at(-3)))
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true)
    expect(summary.meanScore).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / 5000, 9)

    const top = await json(['leads', '--top', '10'])
    expect(top.total).toBe(5000)
    expect(top.leads.map(({ score }: { score: number }) => score)).toEqual(
      scores.toSorted((a, b) => b - a).slice(0, 10),
    )
    for (const lead of top.leads) expect(lead.score).toBe(scores[lead.row - 1])
  })

  test('reads a field from the column the user names', async () => {
    const path = file('leads.csv', 'Who,Rolle\nAda,CEO\nBo,Intern\n')
    const summary = await json(['score', path, '--map', 'jobtitle=Rolle', '--map', 'name=Who'])
    expect(summary).toMatchObject({ rows: 2, accepted: 2 })
    const { leads } = await json(['leads'])
    expect(leads.map(({ name, title }: { name: string; title: string }) => [name, title]).sort()).toEqual([
      ['Ada', 'CEO'],
      ['Bo', 'Intern'],
    ])
  })

  test('rejects a bad row with its number and reason and takes the others', async () => {
    const path = file('leads.csv', 'name,llm_quality\nAda,70\nBo,60,1\nCy,50\n')
    const { out, err, code } = await leadlight(['score', path, '--json'])
    const summary = JSON.parse(out)
    expect([code, err]).toEqual([0, ''])
    expect(summary).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
    expect(summary.rejects).toMatchObject([{ row: 2, reason: 'rows_too_long' }])
  })

  test('takes a lead without the cell that cannot be read, and names row, column and text', async () => {
    const path = file('cells.csv', 'name,llm_quality\nAda,70\nBo,130\nCy,plenty\n')
    const { warnings, ...summary } = await json(['score', path])
    expect(summary).toMatchObject({ rows: 3, accepted: 3, rejected: 0 })
    expect(warnings).toMatchObject([
      { code: 'fields_missing' },
      { code: 'value_out_of_range', rows: [2], column: 'llm_quality', text: '130' },
      { code: 'value_not_a_number', rows: [3], column: 'llm_quality', text: 'plenty' },
    ])
  })
})

describe('lead', () => {
  test('scores, stores and says how long each stage took', async () => {
    const saved = await json(['lead', '{"jobtitle":"Sales Director","llm_quality":70,"name":"Ada Invented"}'])
    expect(saved).toMatchObject({ id: 1, model: { name: expect.any(String), version: expect.any(String) } })
    expect(saved.score).toBeGreaterThan(0)
    const { features, inference, storage, total } = saved.latencyMs
    expect(Math.min(features, inference, storage)).toBeGreaterThan(0)
    expect(total).toBeGreaterThanOrEqual(features + inference + storage - 1e-6)
    expect((await json(['leads'])).leads).toMatchObject([
      { id: 1, name: 'Ada Invented', score: saved.score, title: 'Sales Director' },
    ])
  })

  test('reads the lead from standard input', async () => {
    expect(await json(['lead', '-'], '{"llm_quality": 70}')).toMatchObject({ id: 1 })
  })
})

test('health counts what was stored and what failed', async () => {
  await json(['lead', '{}'])
  await leadlight(['lead', '{"llm_quality": 130}'])
  const health = await json(['health'])
  expect(health).toMatchObject({ predictions: 1, model: { demo: true } })
  expect(health.operations.total).toBeGreaterThanOrEqual(1)
})

test('models names the bundled model and its metric with an interval', async () => {
  const [model] = await json(['models'])
  expect(model).toMatchObject({ active: true, demo: true })
  const auc = model.metrics.find(({ name }: { name: string }) => name === 'auc')
  expect(auc.value).toBeGreaterThanOrEqual(0.72)
  expect(auc.interval[0]).toBeLessThan(auc.value)
})

test('doctor finds a new data folder in order', async () => {
  await json(['lead', '{}'])
  const { ok, checks } = await json(['doctor'])
  expect(checks.filter((check: { ok: boolean }) => !check.ok)).toEqual([])
  expect(ok).toBe(true)
})

describe('what cannot be done is said in a sentence, with exit code 1', () => {
  const refused = async (args: readonly string[], input?: string) => {
    const { out, err, code } = await leadlight(args, input === undefined ? {} : { input })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^error: .*[.?]\n/)
    expect(err).not.toMatch(/\n\s+at /)
    return err
  }

  test('a file that is not there, a folder, an empty file, a header alone', async () => {
    expect(await refused(['score', place('none.csv')])).toContain('none.csv')
    expect(await refused(['score', place('')])).toMatch(/folder/i)
    expect(await refused(['score', file('empty.csv', '')])).toMatch(/empty/i)
    expect(await refused(['score', file('header.csv', 'name,jobtitle\n')])).toMatch(/no (rows|leads)/i)
  })

  test('files that are something else', async () => {
    expect(await refused(['score', file('a.csv', '%PDF-1.7\n%\x00\x01')])).toMatch(/PDF/)
    expect(await refused(['score', file('b.csv', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))])).toMatch(
      /zip|workbook|Excel/i,
    )
    expect(
      await refused([
        'score',
        file(
          'c.csv',
          Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256),
        ),
      ]),
    ).toMatch(/text|CSV/i)
  })

  test('a column or field that is not there', async () => {
    const path = file('leads.csv', 'name,jobtitle\nAda,CEO\n')
    expect(await refused(['score', path, '--map', 'jobtitle=Role'])).toContain('"Role"')
    expect(await refused(['score', path, '--map', 'shoe=name'])).toContain('"shoe"')
  })

  test('a lead that is not JSON, has an unknown field, or a value out of range', async () => {
    expect(await refused(['lead', '{'])).toMatch(/JSON/)
    expect(await refused(['lead', '[1]'])).toMatch(/JSON object/)
    expect(await refused(['lead', '{"shoe": 43}'])).toContain('shoe')
    const outOfRange = await refused(['lead', '{"llm_quality": 130}'])
    expect(outOfRange).toMatch(/0 and 100/)
    expect(outOfRange).toContain('130')
  })

  test('a data folder below a file', async () => {
    const data = join(file('plain.txt', 'x'), 'data')
    expect(await refused(['lead', '{}', '--data', data])).toMatch(/folder/i)
  })

  test('an unknown model', async () => {
    expect(await refused(['lead', '{}', '--model', 'nobody-1.0.0'])).toContain('nobody-1.0.0')
    expect(await refused(['score', join(samples, 'leads-50.csv'), '--model', 'nobody-1.0.0'])).toContain(
      'nobody-1.0.0',
    )
  })

  test('and nothing is stored', async () => {
    await refused(['score', file('header.csv', 'name,jobtitle\n')])
    mkdirSync(place('data'), { recursive: true })
    expect((await json(['leads'])).total).toBe(0)
  })
})

test('wrong usage is exit code 2, help is 0', async () => {
  expect(await leadlight(['shoe'])).toMatchObject({ code: 2, out: '' })
  expect(await leadlight(['score'])).toMatchObject({ code: 2, out: '' })
  expect(await leadlight(['leads', '--top', 'many'])).toMatchObject({ code: 2, out: '' })
  expect((await leadlight(['--help'])).code).toBe(0)
})
