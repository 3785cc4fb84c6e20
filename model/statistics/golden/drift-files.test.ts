import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { totalCount } from '../total-count.ts'
import anderson from './drift/anderson_darling.json' with { type: 'json' }
import binning from './drift/binning.json' with { type: 'json' }
import chiSquare from './drift/chi_square.json' with { type: 'json' }
import cramerVonMises from './drift/cramer_von_mises.json' with { type: 'json' }
import cramersV from './drift/cramers_v.json' with { type: 'json' }
import datasets from './drift/datasets.json' with { type: 'json' }
import decisions from './drift/decisions.json' with { type: 'json' }
import energy from './drift/energy.json' with { type: 'json' }
import fisher from './drift/fisher.json' with { type: 'json' }
import gTest from './drift/g_test.json' with { type: 'json' }
import hellinger from './drift/hellinger.json' with { type: 'json' }
import jensenShannon from './drift/jensen_shannon.json' with { type: 'json' }
import kl from './drift/kl.json' with { type: 'json' }
import ks from './drift/ks.json' with { type: 'json' }
import mannWhitney from './drift/mann_whitney.json' with { type: 'json' }
import psi from './drift/psi.json' with { type: 'json' }
import tTest from './drift/t_test.json' with { type: 'json' }
import tvd from './drift/tvd.json' with { type: 'json' }
import wasserstein from './drift/wasserstein.json' with { type: 'json' }
import zTest from './drift/z_test.json' with { type: 'json' }
import { readCategoricalPairs } from './read-categorical-pairs.ts'
import { readCountResults } from './read-count-results.ts'
import { readNumericPairs } from './read-numeric-pairs.ts'
import { readSpecialFunction } from './read-special-functions.ts'

const [numeric, categorical] = [readNumericPairs(), readCategoricalPairs()]
/** Numbers with so few values that they can be counted like categories. */
const fewValued = (most: number) =>
  [...numeric.values()]
    .filter(({ reference, current }) => new Set([...reference, ...current]).size <= most)
    .map(({ id }) => id)
const numbers = [...numeric.keys()]
const categories = [...categorical.keys()]

// A test that compares every case of a file would pass with no case at all: what the files must hold stands here.
describe('the golden files', () => {
  test('115 pairs of numbers, 91 of categories, and the special functions', () => {
    expect([numbers.length, categories.length]).toEqual([115, 91])
    const functions = ['chi2_sf', 'norm_sf', 't_two_sided', 'kstwo_sf'] as const
    expect(functions.map((name) => readSpecialFunction(name).length)).toEqual([132, 17, 81, 102])
    expect(datasets.cases).toHaveLength(16)
  })

  test.each([
    ['anderson_darling', anderson, numbers, 7],
    ['binning', binning, numbers, 2],
    ['chi_square', chiSquare, [...fewValued(5), ...categories], 2],
    ['cramer_von_mises', cramerVonMises, numbers, 8],
    ['cramers_v', cramersV, categories, 2],
    ['decisions', decisions, [...numbers, ...categories], 4],
    ['energy', energy, numbers, 2],
    ['fisher', fisher, categories, 64],
    ['g_test', gTest, [...fewValued(5), ...categories], 2],
    ['hellinger', hellinger, [...numbers, ...categories], 4],
    ['jensen_shannon', jensenShannon, [...numbers, ...categories], 4],
    ['kl', kl, [...numbers, ...categories], 4],
    ['ks', ks, numbers, 2],
    ['mann_whitney', mannWhitney, numbers, 2],
    ['psi', psi, [...numbers, ...categories], 4],
    ['t_test', tTest, numbers, 2],
    ['tvd', tvd, categories, 2],
    ['wasserstein', wasserstein, numbers, 2],
    ['z_test', zTest, [...fewValued(2), ...categories], 39],
  ])('%s: a case for every pair, of the sizes that are left of the samples', (_, file, ids, errors) => {
    const sizes = z.object({ n_ref: z.number(), n_cur: z.number(), error: z.string().optional() })
    const results = readCountResults(file, sizes)
    expect(results.map(({ id }) => id)).toEqual(ids)
    expect(results.filter(({ expected }) => expected.error !== undefined)).toHaveLength(errors)
    for (const { id, reference, current, expected } of results)
      expect([totalCount(reference), totalCount(current)], id).toEqual([expected.n_ref, expected.n_cur])
  })

  test.each([
    ['jensen_shannon', jensenShannon],
    ['kl', kl],
    ['psi', psi],
  ])('%s: as many bins as SciPy was given', (_, file) => {
    const schema = z.union([z.object({ error: z.literal('empty') }), z.object({ bins: z.number() })])
    for (const { id, reference, expected } of readCountResults(file, schema))
      if ('bins' in expected) expect(reference, id).toHaveLength(expected.bins)
  })
})
