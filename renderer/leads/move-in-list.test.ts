import { describe, expect, it } from 'vitest'
import { moveInList } from './move-in-list.ts'

describe('moveInList', () => {
  it('begins at the top and stops at both ends', () => {
    expect(moveInList('ArrowDown', -1, 5)).toBe(0)
    expect(moveInList('ArrowUp', -1, 5)).toBe(0)
    expect(moveInList('ArrowUp', 0, 5)).toBe(0)
    expect(moveInList('ArrowDown', 4, 5)).toBe(4)
    expect(moveInList('PageDown', 1, 5)).toBe(4)
    expect(moveInList('Home', 3, 5)).toBe(0)
    expect(moveInList('End', 0, 5)).toBe(4)
  })

  it('leaves other keys and empty lists alone', () => {
    expect(moveInList('x', 1, 5)).toBeNull()
    expect(moveInList('ArrowDown', -1, 0)).toBeNull()
  })
})
