/** The longest time the app did not answer: the window's page and the main process, watched from inside. */
import type { ElectronApplication, Page } from '@playwright/test'

/** The longest stalls since the watch began, milliseconds. */
export interface Stalls {
  readonly rendererStallMs: number
  readonly mainStallMs: number
}

/** Begins to watch both; gives the way to ask for the longest stalls so far. */
export async function watchStalls(app: ElectronApplication, page: Page): Promise<() => Promise<Stalls>> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    Object.assign(globalThis, { delays })
  })
  // A beat every few milliseconds: the longest time between two is the longest stall.
  await page.evaluate(() => {
    const beat = { longestMs: 0 }
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      beat.longestMs = Math.max(beat.longestMs, now - last)
      last = now
    }, 4)
    Object.assign(window, { beat })
  })
  return async () => ({
    mainStallMs: await app.evaluate(
      () => (globalThis as unknown as { delays: { max: number } }).delays.max / 1e6,
    ),
    rendererStallMs: await page.evaluate(
      () => (window as unknown as { beat: { longestMs: number } }).beat.longestMs,
    ),
  })
}
