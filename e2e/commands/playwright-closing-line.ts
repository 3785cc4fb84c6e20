/** Playwright reporter: ends a run with `N passed, N failed` alone on a line. */
import type { Reporter, Suite } from '@playwright/test/reporter'
import { closingLine } from './closing-line.ts'

export default class PlaywrightClosingLine implements Reporter {
  private root: Suite | undefined
  private errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.root = suite
  }

  onError(): void {
    this.errors++
  }

  onEnd(): void {
    const outcomes = (this.root?.allTests() ?? []).map((test) => test.outcome())
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky').length
    const skipped = outcomes.filter((outcome) => outcome === 'skipped').length
    console.log(closingLine('e2e', passed, outcomes.length - passed - skipped + this.errors, skipped))
  }
}
