/** `npm run check`: format and lint, layers, types. */
import { runSteps, runTool } from './run-tool.ts'

const ok = runSteps([
  [
    'format and lint',
    () => runTool('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  ],
  [
    'layers',
    () =>
      runTool('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', [
        ...['--config', 'layers.config.ts', '--output-type', 'err'],
        ...['electron', 'renderer', 'model', 'e2e'],
      ]),
  ],
  ['types', () => runTool('node_modules/typescript/bin/tsc', ['--noEmit'])],
])
process.exit(ok ? 0 : 1)
