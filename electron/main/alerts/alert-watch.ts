/** When the rules of alerts are asked: hourly, after each import, after a failure, and now and then while leads are scored. */
import type { Alert } from '../../contract/alerts.ts'
import { Refusal } from '../../contract/result.ts'
import type { Engine } from '../../engine/engine.ts'

/** What of the engine the watch uses. */
export type WatchedEngine = Pick<Engine, 'evaluateAlerts' | 'healthReport' | 'checkIntegrity'>

/** What the watch works with; time is handed in, so that no test waits. */
export interface AlertWatchParts {
  /** Of the open workspace; refuses where it cannot be opened. */
  readonly engine: () => Promise<WatchedEngine>
  readonly nowMs: () => number
  /** Calls back after a time; gives the way to call it off. */
  readonly after: (ms: number, callBack: () => void) => () => void
  /** Alerts were raised, seen again or ended; `raised` are those that were not there before. */
  readonly onChange: (raised: readonly Alert[]) => void
}

/** Asks the rules of alerts when it is time. */
export interface AlertWatch {
  /** Begins to ask, some seconds from now: the first lists come first. */
  start(): void
  /** Asks now; a moment later if it was just done. */
  soon(): void
  /** A lead was scored: asks if that is some minutes ago. */
  noteScore(): void
  /** Asks no more, and waits for what is under way. */
  stop(): Promise<void>
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const CHECK_EVERY_MS = 24 * HOUR_MS
/** The window shows its first lists before that, and an alert is there before anybody has looked through them. */
const FIRST_LOOK_AFTER_MS = 3000
/** The check of the database reads all of it: not while the user waits for the first lists. */
const FIRST_HOUR_AFTER_MS = MINUTE_MS
/** The rules look back minutes; leads typed in are not to wait for an hour to be looked at. */
const WHILE_SCORING_MS = 5 * MINUTE_MS
/** Many failures in a row are looked at together. */
const PAUSE_MS = 10_000

/** A watch that is not started yet. */
export function createAlertWatch({ engine, nowMs, after, onChange }: AlertWatchParts): AlertWatch {
  const abort = new AbortController()
  let lastMs = Number.NEGATIVE_INFINITY
  let running: Promise<void> = Promise.resolve()
  let callOffFirst: (() => void) | null = null
  let callOffNext: (() => void) | null = null
  let callOffHourly: (() => void) | null = null

  async function evaluate(): Promise<void> {
    try {
      const { raised, changes } = await (await engine()).evaluateAlerts({ signal: abort.signal })
      if (changes > 0) onChange(raised)
    } catch (error) {
      // The history cannot be opened now, or is being closed: it is asked again the next time.
      if (!(error instanceof Refusal)) console.error(error)
    }
  }

  async function checkDaily(): Promise<void> {
    try {
      const open = await engine()
      const { integrity } = await open.healthReport()
      const dueMs = integrity ? Date.parse(integrity.checkedAt) + CHECK_EVERY_MS : Number.NEGATIVE_INFINITY
      if (nowMs() >= dueMs) await open.checkIntegrity({ signal: abort.signal })
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error)
    }
  }

  /** One at a time. */
  function run(work: () => Promise<void>): void {
    if (abort.signal.aborted) return
    running = running.then(() => (abort.signal.aborted ? undefined : work()))
  }

  function askNow(): void {
    lastMs = nowMs()
    run(evaluate)
  }

  function hourly(ms: number): void {
    callOffHourly = after(ms, () => {
      lastMs = nowMs()
      run(async () => {
        await evaluate()
        await checkDaily()
      })
      hourly(HOUR_MS)
    })
  }

  function soon(): void {
    if (callOffNext !== null || abort.signal.aborted) return
    const waitMs = Math.min(Math.max(lastMs + PAUSE_MS - nowMs(), 0), PAUSE_MS)
    if (waitMs === 0) askNow()
    else {
      callOffNext = after(waitMs, () => {
        callOffNext = null
        askNow()
      })
    }
  }

  return {
    start: () => {
      // Does not count as just done: what is imported right after the start is not to wait for it.
      callOffFirst = after(FIRST_LOOK_AFTER_MS, () => run(evaluate))
      hourly(FIRST_HOUR_AFTER_MS)
    },
    soon,
    noteScore: () => {
      if (nowMs() - lastMs >= WHILE_SCORING_MS) soon()
    },
    stop: () => {
      abort.abort()
      callOffFirst?.()
      callOffNext?.()
      callOffHourly?.()
      return running
    },
  }
}
