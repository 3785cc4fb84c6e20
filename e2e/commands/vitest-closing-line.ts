/** Vitest reporter: ends a run with `N passed, N failed` alone on a line. */
import type { Reporter, TestModule } from 'vitest/node'
import { closingLine } from './closing-line.ts'

export default class VitestClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0
    // An error outside any test, or a file that could not be loaded, is a failure although no test says so.
    let failed = unhandledErrors.length
    let skipped = 0
    for (const module of modules) {
      let failedHere = 0
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failedHere++
        else skipped++
      }
      failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere
    }
    console.log(closingLine('unit', passed, failed, skipped))
  }
}
