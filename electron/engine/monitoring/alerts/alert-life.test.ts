import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertState, type KeptAlert, nextChange } from './alert-life.ts'
import type { AlertReason } from './rules/rule.ts'

const COOLDOWN = 10
const reason: AlertReason = { kind: 'errors', severity: 'high', message: 'm', nextStep: 'n' }

/** What happens at a moment: the rule is asked, or somebody does something about the alert that is there. */
interface LifeEvent {
  readonly step: number
  readonly what: 'holds' | 'does not hold' | 'acknowledge' | 'snooze'
}

const eventArbitrary: fc.Arbitrary<LifeEvent> = fc.record({
  /** Mostly onwards; clocks are set back, too. */
  step: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 8 }), weight: 9 },
    { arbitrary: fc.constant(-5), weight: 1 },
  ),
  what: fc.constantFrom('holds', 'holds', 'does not hold', 'acknowledge', 'snooze'),
})

/** Lives through the events; gives the alerts there were, and what happened at each event. */
function live(events: readonly LifeEvent[]) {
  const alerts: KeptAlert[] = []
  const log: { now: number; what: string; change: string | null }[] = []
  let now = 1000
  for (const { step, what } of events) {
    now += step
    const latest = alerts.at(-1) ?? null
    const put = (some: Partial<KeptAlert>) => latest && alerts.splice(-1, 1, { ...latest, ...some })
    if (what === 'acknowledge' || what === 'snooze') {
      if (latest && latest.overAt === null) {
        put(what === 'acknowledge' ? { acknowledgedAt: now } : { snoozedUntil: now + 20 })
      }
      log.push({ now, what, change: null })
      continue
    }
    const change = nextChange(latest, what === 'holds' ? reason : null, now, COOLDOWN)
    log.push({ now, what, change: change?.change ?? null })
    if (change?.change === 'raise') {
      const seen = { firstSeenAt: change.at, lastSeenAt: change.at }
      const nothing = { snoozedUntil: null, acknowledgedAt: null, overAt: null }
      alerts.push({ ...reason, ...seen, ...nothing, id: alerts.length + 1 })
    } else if (change?.change === 'see') put({ lastSeenAt: change.at })
    else if (change?.change === 'end') put({ overAt: change.at })
  }
  return { alerts, log, now }
}

describe('whatever happens', () => {
  const lives = (check: (life: ReturnType<typeof live>) => void) =>
    fc.assert(
      fc.property(fc.array(eventArbitrary, { maxLength: 40 }), (events) => check(live(events))),
      { numRuns: 500 },
    )

  test('one alert at most is there, and only after its rule was last found to hold', () => {
    lives(({ alerts, log }) => {
      expect(alerts.slice(0, -1).every(({ overAt }) => overAt !== null)).toBe(true)
      const asked = log.findLast(({ what }) => what === 'holds' || what === 'does not hold')
      const isThere = alerts.length > 0 && alerts.at(-1)?.overAt === null
      if (isThere) expect(asked?.what).toBe('holds')
      // It is not there only because nothing held, or the cooldown kept it away.
      if (!isThere && asked?.what === 'holds') {
        expect(Math.abs(asked.now - (alerts.at(-1)?.overAt ?? Number.NaN))).toBeLessThan(COOLDOWN)
      }
    })
  })

  test('nothing is raised within the cooldown, and it is always raised after', () => {
    lives(({ log }) => {
      let overAt: number | null = null
      let isThere = false
      for (const { now, what, change } of log) {
        if (change === 'end') [overAt, isThere] = [now, false]
        if (what !== 'holds' || isThere) continue
        const cool = overAt !== null && Math.abs(now - overAt) < COOLDOWN
        expect(change).toBe(cool ? null : 'raise')
        isThere = !cool
      }
    })
  })

  test('it was never seen last before it was seen first', () => {
    lives(({ alerts }) => {
      for (const { firstSeenAt, lastSeenAt } of alerts) expect(lastSeenAt).toBeGreaterThanOrEqual(firstSeenAt)
    })
  })

  test('an acknowledged one stays so until it is over, however often it is seen', () => {
    lives(({ alerts, now }) => {
      for (const alert of alerts) {
        if (alert.acknowledgedAt === null) continue
        expect(alertState(alert, now)).toBe(alert.overAt === null ? 'acknowledged' : 'over')
      }
    })
  })
})

test('states: active, quiet while it is snoozed, then active again', () => {
  const nothing = { snoozedUntil: null, acknowledgedAt: null, overAt: null }
  const alert = { ...reason, ...nothing, firstSeenAt: 1, lastSeenAt: 1 }
  expect(alertState(alert, 5)).toBe('active')
  const snoozed = { ...alert, snoozedUntil: 10 }
  expect([9, 10].map((now) => alertState(snoozed, now))).toEqual(['snoozed', 'active'])
  expect(alertState({ ...snoozed, acknowledgedAt: 5 }, 6)).toBe('acknowledged')
  expect(alertState({ ...snoozed, acknowledgedAt: 5, overAt: 7 }, 8)).toBe('over')
})

test('a critical one that is over comes back at once, others after the cooldown', () => {
  const over = {
    ...reason,
    id: 4,
    firstSeenAt: 1,
    lastSeenAt: 1,
    snoozedUntil: null,
    acknowledgedAt: 2,
    overAt: 3,
  }
  const critical = { ...reason, severity: 'critical' } as const
  expect(nextChange(over, reason, 4, COOLDOWN)).toBeNull()
  expect(nextChange(over, critical, 4, COOLDOWN)).toEqual({ change: 'raise', reason: critical, at: 4 })
})

test('the numbers of an alert are those of the last time its rule held', () => {
  const raised = { ...reason, id: 4, firstSeenAt: 1, lastSeenAt: 1, snoozedUntil: null }
  const later = { ...reason, message: 'worse' }
  expect(nextChange({ ...raised, acknowledgedAt: null, overAt: null }, later, 8, COOLDOWN)).toEqual({
    change: 'see',
    id: 4,
    reason: later,
    at: 8,
  })
})
