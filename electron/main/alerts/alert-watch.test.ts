import { describe, expect, test, vi } from 'vitest'
import type { Alert } from '../../contract/alerts.ts'
import { Refusal } from '../../contract/result.ts'
import { createAlertWatch, type WatchedEngine } from './alert-watch.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A watch over an engine that is not there, with a clock that is moved by hand. */
function watched() {
  let nowMs = Date.UTC(2026, 10, 21)
  let waiting: { at: number; callBack: () => void }[] = []
  const evaluateAlerts = vi.fn<WatchedEngine['evaluateAlerts']>(async () => ({ raised: [], changes: 0 }))
  const integrity: { checkedAt: string | null } = { checkedAt: null }
  const checkIntegrity = vi.fn<WatchedEngine['checkIntegrity']>(async () => {
    integrity.checkedAt = new Date(nowMs).toISOString()
    return { checkedAt: integrity.checkedAt, ok: true, sentence: 'Sound.' }
  })
  const healthReport = async () =>
    ({ integrity: integrity.checkedAt === null ? null : { checkedAt: integrity.checkedAt } }) as Awaited<
      ReturnType<WatchedEngine['healthReport']>
    >
  const engine = vi.fn(async () => ({ evaluateAlerts, checkIntegrity, healthReport }))
  const onChange = vi.fn<(raised: readonly Alert[]) => void>()
  const watch = createAlertWatch({
    engine,
    nowMs: () => nowMs,
    after: (ms, callBack) => {
      const entry = { at: nowMs + ms, callBack }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    onChange,
  })
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
  }
  return {
    watch,
    engine,
    evaluateAlerts,
    checkIntegrity,
    onChange,
    settle,
    waiting: () => waiting.length,
    /** Moves the clock, and does what is due on the way. */
    async pass(ms: number) {
      const end = nowMs + ms
      for (;;) {
        const [next] = waiting.toSorted((a, b) => a.at - b.at)
        if (!next || next.at > end) break
        waiting = waiting.filter((other) => other !== next)
        nowMs = next.at
        next.callBack()
        await settle()
      }
      nowMs = end
      await settle()
    },
  }
}

describe('the rules are asked', () => {
  test('three seconds after the start, with the first check of the database, and every hour from then on', async () => {
    const { watch, pass, evaluateAlerts, checkIntegrity } = watched()
    watch.start()
    await pass(2999)
    expect(evaluateAlerts).toHaveBeenCalledTimes(0)
    await pass(1)
    expect(evaluateAlerts).toHaveBeenCalledTimes(1)
    await pass(MINUTE - 3001)
    expect([evaluateAlerts.mock.calls.length, checkIntegrity.mock.calls.length]).toEqual([1, 0])
    await pass(1)
    expect([evaluateAlerts.mock.calls.length, checkIntegrity.mock.calls.length]).toEqual([2, 1])
    await pass(3 * HOUR)
    expect(evaluateAlerts).toHaveBeenCalledTimes(5)
  })

  test('at once for an import right after the first look', async () => {
    const { watch, pass, evaluateAlerts, settle } = watched()
    watch.start()
    await pass(4000)
    watch.soon()
    await settle()
    expect(evaluateAlerts).toHaveBeenCalledTimes(2)
  })

  test('at once when something happened, and once for all that happens in ten seconds', async () => {
    const { watch, pass, evaluateAlerts, settle } = watched()
    watch.soon()
    await settle()
    expect(evaluateAlerts).toHaveBeenCalledTimes(1)
    for (let i = 0; i < 5; i += 1) watch.soon()
    await pass(9_999)
    expect(evaluateAlerts).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(evaluateAlerts).toHaveBeenCalledTimes(2)
    await pass(HOUR)
    expect(evaluateAlerts).toHaveBeenCalledTimes(2)
  })

  test('while leads are scored, every five minutes', async () => {
    const { watch, pass, evaluateAlerts } = watched()
    for (let second = 0; second < 601; second += 1) {
      watch.noteScore()
      await pass(1000)
    }
    expect(evaluateAlerts).toHaveBeenCalledTimes(3)
  })
})

test('a change is told, with what was raised; no change is not', async () => {
  const { watch, pass, evaluateAlerts, onChange, settle } = watched()
  const alert = { id: 1 } as Alert
  watch.soon()
  await settle()
  expect(onChange).not.toHaveBeenCalled()
  evaluateAlerts.mockResolvedValueOnce({ raised: [alert], changes: 2 })
  await pass(HOUR)
  watch.soon()
  await settle()
  expect(onChange).toHaveBeenCalledExactlyOnceWith([alert])
})

test('a history that cannot be opened is asked again the next time', async () => {
  const { watch, pass, engine, evaluateAlerts } = watched()
  engine.mockRejectedValueOnce(new Refusal({ code: 'disk_full', message: 'Full.' }))
  watch.start()
  await pass(MINUTE - 1)
  expect([engine.mock.calls.length, evaluateAlerts.mock.calls.length]).toEqual([1, 0])
  await pass(1)
  expect(evaluateAlerts).toHaveBeenCalledTimes(1)
})

test('the database is checked once a day', async () => {
  const { watch, pass, checkIntegrity } = watched()
  watch.start()
  await pass(23 * HOUR)
  expect(checkIntegrity).toHaveBeenCalledTimes(1)
  await pass(3 * HOUR)
  expect(checkIntegrity).toHaveBeenCalledTimes(2)
})

test('stopped, it asks no more, and waits for what is under way', async () => {
  const { watch, pass, evaluateAlerts, settle, waiting } = watched()
  let end = () => {}
  evaluateAlerts.mockImplementationOnce(
    (options) =>
      new Promise((resolve) => {
        expect(options?.signal?.aborted).toBe(false)
        end = () => resolve({ raised: [], changes: 0 })
      }),
  )
  watch.start()
  watch.soon()
  await settle()
  let stopped = false
  const stopping = watch.stop().then(() => {
    stopped = true
  })
  await settle()
  expect(stopped).toBe(false)
  expect(evaluateAlerts.mock.lastCall?.[0]?.signal?.aborted).toBe(true)
  end()
  await stopping
  watch.soon()
  watch.noteScore()
  await pass(5 * HOUR)
  expect(evaluateAlerts).toHaveBeenCalledTimes(1)
  expect(waiting()).toBe(0)
})
