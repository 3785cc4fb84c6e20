import { expect, it } from 'vitest'
import { fieldPlaces } from './field-places.ts'

const plain = (value: number) => String(value)

it('names bins by their edges', () => {
  const places = fieldPlaces(
    {
      kind: 'number',
      edges: [0, 10, 20],
      baseline: [0.25, 0.75],
      window: [1, 0],
      baselineQuantiles: [0, 20],
      windowQuantiles: [0, 9],
    },
    plain,
  )
  expect(places).toEqual([
    { name: '0 – 10', baseline: 0.25, window: 1 },
    { name: '10 – 20', baseline: 0.75, window: 0 },
  ])
})

it('says which categories are new, and puts the rest into one place', () => {
  const level = { value: 'a', label: 'A', baseline: 0.5, window: 0.25, unseen: false }
  const places = fieldPlaces(
    {
      kind: 'category',
      levels: [level, { value: 'x', label: 'X', baseline: 0, window: 0.5, unseen: true }],
      other: { levels: 1, baseline: 0.5, window: 0.25 },
    },
    plain,
  )
  expect(places.map(({ name }) => name)).toEqual(['A', 'X (new)', '1 other'])
})
