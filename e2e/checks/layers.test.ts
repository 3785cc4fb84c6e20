/** The layer rules bite: each forbidden import, written into a throw-away tree, is refused by name. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layers } from '../../layers.config.ts'

const repository = resolve(import.meta.dirname, '../..')

/** Importing file, what it imports, and the rule that must refuse it. */
const forbidden = [
  ['model/trees/a.ts', '../../electron/engine/history/connection.ts', 'model-knows-nothing-of-us'],
  ['model/trees/b.ts', 'node:fs', 'model-is-pure'],
  ['model/trees/c.ts', 'onnxruntime-node', 'one-file-runs-networks'],
  ['electron/contract/a.ts', '../engine/history/connection.ts', 'contract-knows-only-the-bundle'],
  ['electron/engine/a.ts', 'electron', 'engine-knows-nothing-of-electron'],
  ['electron/engine/b.ts', '../main/window.ts', 'engine-knows-nothing-of-electron'],
  ['electron/main/a.ts', 'onnxruntime-node', 'main-does-nothing-native'],
  ['electron/cli/a.ts', '../main/window.ts', 'cli-has-no-window'],
  ['renderer/a.ts', '../electron/engine/history/connection.ts', 'renderer-speaks-the-contract'],
  ['electron/main/b.ts', '../../e2e/host.ts', 'product-knows-nothing-of-tests'],
  ['electron/engine/c.ts', 'better-sqlite3', 'one-file-opens-sqlite'],
  ['electron/engine/d.ts', 'yauzl', 'one-file-unpacks'],
  ['electron/engine/e.ts', 'saxes', 'one-file-parses-xml'],
  ['electron/engine/f.ts', 'chardet', 'one-file-guesses-encodings'],
  ['electron/engine/g.ts', '@e965/xlsx', 'workbooks-are-written-in-tests'],
  ['renderer/b.ts', 'echarts/core', 'one-folder-draws-charts'],
  ['model/trees/d.ts', './e.ts', 'no-circles'],
] as const

/** Imports the rules are there to allow. */
const allowed = [
  ['electron/engine/history/connection.ts', 'better-sqlite3'],
  ['electron/engine/scoring/onnx-session.ts', 'onnxruntime-node'],
  ['electron/engine/importing/workbook/open-archive.ts', 'yauzl'],
  ['electron/engine/importing/workbook/parse-xml.ts', 'saxes'],
  ['electron/engine/importing/source/guess-encoding.ts', 'chardet'],
  ['electron/engine/importing/workbook/convert-workbook.test.ts', '@e965/xlsx'],
  ['electron/main/window.ts', 'electron'],
  ['electron/contract/b.ts', '../../model/bundle/field.ts'],
  ['renderer/charts/c.ts', 'echarts/core'],
  ['model/trees/e.ts', './d.ts'],
  ['model/bundle/field.ts', 'zod'],
  ['e2e/host.ts', 'node:fs'],
] as const

let tree: string
let violations: { from: string; rule: string }[]

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'leadlight-layers-'))
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'))
  for (const [from, to] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(tree, from)), { recursive: true })
    writeFileSync(join(tree, from), `import * as imported from '${to}'\nexport const used = imported\n`)
  }
  const { output } = await cruise(['electron', 'renderer', 'model', 'e2e'], {
    ...layers.options,
    baseDir: tree,
    validate: true,
    ruleSet: { forbidden: layers.forbidden },
  })
  violations = (output as ICruiseResult).summary.violations.map(({ from, rule }) => ({
    from,
    rule: rule.name,
  }))
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('layer rules', () => {
  test.each(forbidden)('%s may not import %s', (from, _to, rule) => {
    expect(violations).toContainEqual({ from, rule })
  })

  test('and nothing else is refused', () => {
    const ownViolations = violations.filter(({ rule }) => rule !== 'no-circles')
    const expected = new Set<string>(forbidden.map(([from]) => from))
    expect(ownViolations.filter(({ from }) => !expected.has(from))).toEqual([])
  })
})
