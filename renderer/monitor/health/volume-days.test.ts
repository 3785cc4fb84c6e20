import { expect, test } from 'vitest'
import { everyDay } from './volume-days.ts'

const on = (day: string, predictions = 5) => ({ day, predictions, operations: 2, failed: 1 })
const nothing = (day: string) => ({ day, predictions: 0, operations: 0, failed: 0 })

test('days without anything are filled in, over the ends of months and years', () => {
  expect(everyDay([on('2026-12-30'), on('2027-01-02', 7)])).toEqual([
    on('2026-12-30'),
    nothing('2026-12-31'),
    nothing('2027-01-01'),
    on('2027-01-02', 7),
  ])
})

test('the day the clocks change is one day', () => {
  expect(everyDay([on('2026-10-24'), on('2026-10-26')]).map(({ day }) => day)).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  ])
})

test('days far apart are left as they are, and so is nothing', () => {
  const farApart = [on('2026-01-01'), on('2026-05-01')]
  expect(everyDay(farApart)).toEqual(farApart)
  expect(everyDay([on('2026-01-01'), on('2026-04-30')])).toHaveLength(120)
  expect(everyDay([])).toEqual([])
})
