import { expect, test } from 'vitest'
import { barHeights, pointerWords } from './chart-frame.ts'

const words = pointerWords(
  ['Mon', 'Tue'],
  [
    { name: 'these', values: [1, 2], sign: 'filled' },
    { name: 'those', values: [3, 4], sign: 'outlined' },
  ],
  String,
)

test('beside the pointer stands the place once, and each thing with its sign', () => {
  expect(words({ dataIndex: 1 })).toBe('Tue\n■ these: 2\n□ those: 4')
  // Two axes are pointed at at once.
  expect(words([{ dataIndex: 0 }, { dataIndex: 0 }])).toBe('Mon\n■ these: 1\n□ those: 3')
})

test('a bar of nothing is not drawn, and the others are as they were', () => {
  expect(barHeights([0.2, 0, 1])).toEqual([0.2, { value: 0, itemStyle: { opacity: 0 } }, 1])
})
