/**
 * Which folder may import which, and which single file may import each heavy dependency.
 * Read by dependency-cruiser (`npm run check`) and by the test that proves the rules bite.
 */
const only = (name: string, from: string, to: string) => ({
  name,
  severity: 'error' as const,
  from: { path: '^(electron|renderer|model)/', pathNot: from },
  to: { path: to },
})
const never = (name: string, from: string, to: string, except?: string) => ({
  name,
  severity: 'error' as const,
  from: { path: from },
  to: except ? { path: to, pathNot: except } : { path: to },
})

export const layers = {
  forbidden: [
    never('model-knows-nothing-of-us', '^model/', '^(electron|renderer|e2e)/'),
    never(
      'model-is-pure',
      '^model/(?!pipeline/)(?!.*\\.test\\.ts$)',
      '^(node:|fs|path|os|crypto|zlib|worker_threads|electron$)|node_modules/(?!zod/)',
    ),
    never(
      'contract-knows-only-the-bundle',
      '^electron/contract/',
      '^(electron|renderer|model|e2e)/',
      '^(electron/contract|model/bundle)/',
    ),
    never(
      'engine-knows-nothing-of-electron',
      '^electron/engine/',
      '(^electron$|node_modules/electron/|^electron/(main|preload|cli)/|^renderer/|^e2e/)',
    ),
    never(
      'main-does-nothing-native',
      '^electron/(main|preload)/',
      '(^model/|node_modules/(better-sqlite3|onnxruntime-node)/)',
    ),
    never(
      'cli-has-no-window',
      '^electron/cli/',
      '(node_modules/electron/|^electron/(main|preload)/|^renderer/|^e2e/)',
    ),
    never('renderer-speaks-the-contract', '^renderer/', '^(electron|model|e2e)/', '^electron/contract/'),
    never('product-knows-nothing-of-tests', '^(electron|renderer|model)/(?!.*\\.test\\.tsx?$)', '^e2e/'),
    only(
      'one-file-opens-sqlite',
      '^electron/engine/history/connection\\.ts$',
      'node_modules/(@types/)?better-sqlite3/',
    ),
    only('one-file-runs-networks', '^electron/engine/scoring/onnx-session\\.ts$', 'node_modules/onnxruntime'),
    only(
      'one-file-unpacks',
      '^electron/engine/importing/workbook/open-archive\\.ts$',
      'node_modules/(@types/)?yauzl/',
    ),
    only('one-file-parses-xml', '^electron/engine/importing/workbook/parse-xml\\.ts$', 'node_modules/saxes/'),
    only(
      'one-file-guesses-encodings',
      '^electron/engine/importing/source/guess-encoding\\.ts$',
      'node_modules/chardet/',
    ),
    only('workbooks-are-written-in-tests', '\\.test\\.ts$', 'node_modules/@e965/xlsx/'),
    only('one-folder-draws-charts', '^renderer/charts/', 'node_modules/echarts/'),
    { name: 'no-circles', severity: 'error' as const, from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc' as const,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

export default layers
