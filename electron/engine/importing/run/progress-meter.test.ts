import { describe, expect, it } from 'vitest'
import type { ImportProgress } from '../../../contract/importing.ts'
import { createProgressMeter } from './progress-meter.ts'

const counts = { rows: 50, accepted: 48, rejected: 2, bytesRead: 500 }

/** A meter whose clock stands still until it is moved. */
function newMeter() {
  let us = 0
  const steps: ImportProgress[] = []
  const clock = { nowMs: () => 0, elapsedUs: () => us }
  const meter = createProgressMeter('job', 1000, clock, (step) => steps.push(step))
  const wait = (ms: number) => {
    us += ms * 1000
  }
  return { meter, steps, wait }
}

describe('how far an import is', () => {
  it('is said every tenth of a second while leads are scored', () => {
    const { meter, steps, wait } = newMeter()
    for (let step = 0; step < 500; step++) {
      wait(1)
      meter.update(1, counts)
    }
    expect(steps).toHaveLength(5)
    expect(steps[4]).toMatchObject({ phase: 'scoring', ...counts, rowsPerSecond: 100, secondsLeft: 0.5 })
  })

  it('is said as often while they are ranked, with the beginning and the end', () => {
    const { meter, steps, wait } = newMeter()
    for (let step = 0; step < 194; step++) {
      meter.ranking(1, counts)
      wait(1)
    }
    expect(steps).toHaveLength(2)
    meter.ranked(1, counts)
    expect(steps).toHaveLength(3)
    expect(steps.map(({ phase, secondsLeft }) => [phase, secondsLeft])).toEqual(
      Array.from({ length: 3 }, () => ['ranking', null]),
    )
  })

  it('is said right away when the ranking begins and ends at once', () => {
    const { meter, steps } = newMeter()
    meter.ranking(1, counts)
    meter.ranking(1, counts)
    meter.ranked(1, counts)
    expect(steps).toHaveLength(2)
  })
})
