/** `npm test`: unit and integration tests, then the end-to-end specs on a fresh build; installs a browser first if none is there. */
import { runSteps, runTool } from './run-tool.ts'

const unit = ['unit and integration tests', () => runTool('node_modules/vitest/vitest.mjs', ['run'])] as const
const endToEnd = [
  'end-to-end specs',
  () =>
    runTool('e2e/commands/ensure-browser.ts', []) &&
    runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']) &&
    runTool('node_modules/@playwright/test/cli.js', ['test', ...process.argv.slice(3)]),
] as const

const only = process.argv[2]
process.exit(runSteps(only === 'e2e' ? [endToEnd] : [unit, endToEnd]) ? 0 : 1)
