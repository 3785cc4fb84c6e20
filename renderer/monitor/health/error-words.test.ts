import { expect, test } from 'vitest'
import { errorWords } from './error-words.ts'

test('a known code has its words, an unknown one stays readable', () => {
  expect(errorWords('disk_full')).toBe('The disk was full')
  expect(errorWords('some_new_code')).toBe('Some new code')
})
