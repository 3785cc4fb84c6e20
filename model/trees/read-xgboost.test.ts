import { describe, expect, it } from 'vitest'
import { evaluateEnsemble } from './evaluate-ensemble.ts'
import { makeGoldenRows } from './golden/golden-rows.ts'
import { readXgboost } from './read-xgboost.ts'
import golden from './xgboost.golden.json' with { type: 'json' }

const { json, logOdds, rows } = golden.model
type Model = typeof json

/** The golden model with one thing changed, as text. */
function changed(change: (model: Model) => void): string {
  const model = structuredClone(json)
  change(model)
  return JSON.stringify(model)
}

function messageOf(text: string): string {
  const reading = readXgboost(text)
  return reading.ok ? 'read' : reading.message
}

function baseOf(text: string): number {
  const reading = readXgboost(text)
  return reading.ok ? reading.ensemble.base : Number.NaN
}

/** A tree whose every node but the last has the next one as its left child. */
function makeChain(model: Model): void {
  const tree = firstTree(model)
  const length = 100_000
  tree.left_children = Array.from({ length }, (_, node) => (node + 1 < length ? node + 1 : -1))
  tree.split_conditions = new Array<number>(length).fill(0)
  tree.split_indices = new Array<number>(length).fill(0)
}

const firstTree = (model: Model) => {
  const [tree] = model.learner.gradient_booster.model.trees
  if (!tree) throw new Error('the golden model has trees')
  return tree
}

describe('readXgboost', () => {
  it('gives the log-odds that XGBoost gives', () => {
    const reading = readXgboost(JSON.stringify(json))
    if (!reading.ok) throw new Error(reading.message)
    const { matrix } = makeGoldenRows(rows.count, rows.seed, false)
    const ours = evaluateEnsemble(reading.ensemble, matrix)
    logOdds.forEach((theirs, row) => {
      expect(ours[row]).toBeCloseTo(theirs, 6)
    })
  })

  it('keeps covers and gains', () => {
    const reading = readXgboost(JSON.stringify(json))
    const tree = reading.ok ? reading.ensemble.trees[0] : undefined
    // 1,000 rows at p = 0.25: each weighs 0.1875.
    expect(tree?.cover[0]).toBeCloseTo(187.5, 3)
    expect(tree?.gain[0]).toBeGreaterThan(0)
  })

  it('reads the base score in the spellings of versions 1 and 3', () => {
    const spelled = (text: string) =>
      changed((model) => {
        model.learner.learner_model_param.base_score = text
      })
    expect(baseOf(spelled('5E-1'))).toBe(0)
    expect(baseOf(spelled('[6.233051E-1]'))).toBeCloseTo(Math.log(0.6233051 / 0.3766949), 6)
    expect(messageOf(spelled('nonsense'))).toMatch(/base score must be a share; it is nonsense/)
  })

  it('reads directions that are spelled true and false', () => {
    const text = JSON.stringify(json).replace(/"default_left":\[[^\]]*\]/g, (list) =>
      list.replace(/0/g, 'false').replace(/1/g, 'true'),
    )
    expect(readXgboost(text)).toEqual(readXgboost(JSON.stringify(json)))
  })

  it.each([
    ['text that is no JSON', 'hello', /not an XGBoost model/],
    ['other JSON', '{"a":1}', /not an XGBoost model/],
    [
      'another objective',
      changed((model) => {
        model.learner.objective.name = 'reg:squarederror'
      }),
      /reg:squarederror/,
    ],
    [
      'another booster',
      changed((model) => {
        model.learner.gradient_booster.name = 'dart'
      }),
      /dart/,
    ],
    [
      'splits on categories',
      changed((model) => {
        firstTree(model).split_type[0] = 1
      }),
      /categories/,
    ],
    [
      'a loop',
      changed((model) => {
        firstTree(model).left_children[0] = 0
      }),
      /used twice/,
    ],
    [
      'a child that there is not',
      changed((model) => {
        firstTree(model).right_children[0] = 999
      }),
      /missing/,
    ],
    ['a tree without end', changed(makeChain), /deeper than 500 splits/],
    [
      'a feature that there is not',
      changed((model) => {
        firstTree(model).split_indices[0] = 40
      }),
      /reads a feature/,
    ],
  ])('refuses %s with a sentence', (_what, text, sentence) => {
    expect(messageOf(text)).toMatch(sentence)
  })
})
