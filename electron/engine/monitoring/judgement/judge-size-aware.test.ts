import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../model/statistics/seeded-random.ts'
import { categorySamples, numberSamples } from './field-samples.ts'
import { judgeLookedAt, judgeSizeAware } from './judge-size-aware.ts'
import type { LookedAtField } from './look-at-field.ts'

const random = seededRandom(20261121)
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const normals = (rows: number, shift = 0) => Float64Array.from({ length: rows }, () => normal() + shift)
const constant = (rows: number, value: number) => new Float64Array(rows).fill(value)
const levels = (rows: number, count: number) =>
  Array.from({ length: rows }, () => Math.floor(random() * count))
const only = (...fields: Parameters<typeof judgeSizeAware>[0]) => judgeSizeAware(fields).fields[0]

describe('judgeSizeAware', () => {
  test('names the field that moved and no other', () => {
    const report = judgeSizeAware([
      numberSamples('same', normals(2000), normals(200)),
      numberSamples('moved', normals(2000), normals(200, 0.5)),
      categorySamples('also same', ['a', 'b', 'c'], levels(2000, 3), levels(200, 3)),
      categorySamples('other mix', ['a', 'b', 'c'], levels(2000, 3), levels(200, 2)),
    ])
    expect(report.verdict).toBe('drift')
    expect(report.judgedCount).toBe(4)
    expect(report.fields.filter(({ verdict }) => verdict === 'drift').map(({ name }) => name)).toEqual([
      'moved',
      'other mix',
    ])
    expect(report.fields[1]).toMatchObject({
      p: 0.001,
      adjustedP: 0.002,
      statistic: { name: 'normed Wasserstein distance', floor: 0.1 },
      referenceRows: 2000,
      windowRows: 200,
    })
    expect(report.fields[3]?.statistic?.name).toBe('Jensen-Shannon distance')
  })

  test('an adjusted p of exactly 0.05 is drift, also where its product rounds to more', () => {
    const looked = (p: number): LookedAtField => ({
      name: String(p),
      measured: {
        statistic: 'Jensen-Shannon distance',
        distance: 0.5,
        referenceRows: 100,
        windowRows: 100,
        referenceConstant: false,
      },
      judged: true,
      p,
    })
    const verdicts = (...ps: number[]) => judgeLookedAt(ps.map(looked)).fields.map(({ verdict }) => verdict)
    expect((0.05 * 3) / 3).toBeGreaterThan(0.05)
    expect(verdicts(0.05, 0.05, 0.05)).toEqual(['drift', 'drift', 'drift'])
    expect(verdicts(0.051, 0.051, 0.051)).toEqual(['no_drift', 'no_drift', 'no_drift'])
  })

  test('a sure but small difference is no drift, and needs no p', () => {
    const field = only(numberSamples('small', normals(50_000), normals(50_000, 0.05)))
    expect(field).toMatchObject({ verdict: 'no_drift', p: null, adjustedP: null })
    expect(field?.statistic?.value).toBeGreaterThan(0.03)
  })

  test('a statistic of exactly the floor is judged', () => {
    // Half 0 and half 2 have a deviation of 1; a twentieth of the rows moved by 2 is a tenth.
    const halves = (zeros: number) => Float64Array.from({ length: 2000 }, (_, row) => (row < zeros ? 0 : 2))
    expect(only(numberSamples('at the floor', halves(1000), halves(1100)))).toMatchObject({
      verdict: 'drift',
      statistic: { value: 0.1 },
    })
    expect(only(numberSamples('below', halves(1000), halves(1099)))?.p).toBeNull()
  })

  test('a large but unsure difference is no drift', () => {
    const field = only(numberSamples('unsure', normals(2000), normals(20)))
    expect(field?.statistic?.value).toBeGreaterThan(0.1)
    expect(field).toMatchObject({ verdict: 'no_drift' })
    expect(field?.p).toBeGreaterThan(0.05)
    // It stopped when 50 shuffles were as far apart: p is 50 over a whole number of shuffles.
    const shuffles = 50 / (field?.p ?? 0)
    expect(shuffles).toBeCloseTo(Math.round(shuffles), 9)
  })

  test('under 20 rows with a value on either side: shown, not judged, not counted', () => {
    const report = judgeSizeAware([
      numberSamples('few', normals(2000), normals(19, 5)),
      numberSamples('few before', normals(19), normals(2000, 5)),
      numberSamples(
        'mostly missing',
        normals(2000),
        Float64Array.from([...normals(19, 5), ...constant(80, Number.NaN)]),
      ),
    ])
    expect(report.verdict).toBe('not_judged')
    expect(report.judgedCount).toBe(0)
    for (const field of report.fields) {
      expect(field).toMatchObject({ verdict: 'not_judged', p: null, adjustedP: null })
      expect(field.statistic?.value).toBeGreaterThan(1)
    }
    expect(only(numberSamples('enough', normals(2000), normals(20, 5)))?.verdict).toBe('drift')
  })

  test('no data on a side: that field says so, and the others go on', () => {
    const empty = numberSamples('empty', normals(100), new Float64Array())
    const noReference = categorySamples('no reference', ['a'], [], [0, 0])
    const report = judgeSizeAware([empty, noReference, numberSamples('moved', normals(100), normals(100, 2))])
    expect(report.fields.map(({ verdict }) => verdict)).toEqual(['no_data', 'no_data', 'drift'])
    expect(report.fields[0]?.statistic).toBeNull()
    expect(judgeSizeAware([empty])).toMatchObject({ verdict: 'no_data' })
    expect(judgeSizeAware([])).toMatchObject({ verdict: 'no_data', fields: [] })
  })

  test('constants: the same is no drift, another is; a constant reference is named', () => {
    expect(only(numberSamples('same', constant(100, 3), constant(30, 3)))).toMatchObject({
      verdict: 'no_drift',
      statistic: { value: 0 },
      referenceConstant: true,
    })
    expect(only(numberSamples('other', constant(100, 3), constant(30, 4)))?.verdict).toBe('drift')
    expect(only(numberSamples('varies now', constant(100, 3), normals(30)))).toMatchObject({
      verdict: 'drift',
      referenceConstant: true,
    })
    expect(only(categorySamples('same', ['a', 'b'], levels(100, 1), levels(30, 1)))).toMatchObject({
      verdict: 'no_drift',
      referenceConstant: true,
    })
    expect(only(categorySamples('two', ['a', 'b'], [...levels(99, 1), 1], levels(30, 1)))).toMatchObject({
      referenceConstant: false,
    })
    expect(only(categorySamples('other', ['a', 'b'], levels(100, 1), Array(30).fill(1)))?.verdict).toBe(
      'drift',
    )
  })

  test('one row of an unseen category is no drift, many are', () => {
    const withNew = (rows: number) => [...levels(100 - rows, 2), ...Array(rows).fill(2)]
    expect(only(categorySamples('one', ['a', 'b', 'c'], levels(2000, 2), withNew(1)))?.verdict).toBe(
      'no_drift',
    )
    expect(only(categorySamples('many', ['a', 'b', 'c'], levels(2000, 2), withNew(30)))?.verdict).toBe(
      'drift',
    )
  })

  test('the same rows in any order give the same answer, to the bit', () => {
    const anyNumbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(anyNumbers, anyNumbers, (reference, window) => {
        const judge = (one: number[], other: number[]) =>
          judgeSizeAware([numberSamples('n', Float64Array.from(one), Float64Array.from(other))])
        const [once, again] = [judge(reference, window), judge(reference.toReversed(), window.toSorted())]
        expect(again.fields[0]?.p).toBe(once.fields[0]?.p)
        expect(again.verdict).toBe(once.verdict)
      }),
      { numRuns: 30 },
    )
  })

  test('a single pair out of order is put in order, wherever it stands', () => {
    const [ascending, window] = [normals(60).sort(), normals(40, 0.5).sort()]
    const once = only(numberSamples('n', ascending, window))
    for (const at of [0, 29, 58]) {
      const swapped = ascending.slice()
      swapped.set([ascending[at + 1] ?? 0, ascending[at] ?? 0], at)
      expect(only(numberSamples('n', swapped, window))).toEqual(once)
    }
  })

  test('above 10,000 rows a sample is shuffled: differences over the floor are found, the statistic is of all rows', () => {
    const [reference, window] = [normals(7_000), normals(100_000, 0.15)]
    const field = only(numberSamples('moved', reference, window))
    expect(field).toMatchObject({ verdict: 'drift', windowRows: 100_000 })
    expect(field?.statistic?.value).toBeCloseTo(0.15, 1)
    const same = categorySamples(
      'many levels',
      Array.from({ length: 600 }, String),
      levels(2_000, 600),
      levels(60_000, 600),
    )
    expect(only(same)).toMatchObject({ verdict: 'no_drift' })
    expect(only(same)?.p).toBeGreaterThan(0.001)
  })

  // The whole table is `npm run bench -- false-alarms`; without the adjustment one in four of these reports would alarm.
  test('where nothing differs, hardly a report of six fields says drift', () => {
    const repeats = 400
    let alarms = 0
    for (let repeat = 0; repeat < repeats; repeat++) {
      const numbers = ['a', 'b', 'c'].map((name) => numberSamples(name, normals(150), normals(40)))
      const categories = [3, 10, 60].map((count) =>
        categorySamples(
          String(count),
          Array.from({ length: count }, String),
          levels(150, count),
          levels(40, count),
        ),
      )
      if (judgeSizeAware([...numbers, ...categories]).verdict === 'drift') alarms++
    }
    // 5% and four standard errors.
    expect(alarms / repeats).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / repeats))
    expect(alarms).toBeGreaterThan(0)
  })
})
