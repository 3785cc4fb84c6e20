/** Where a key leads in a list. */

const PAGE_ROWS = 10

/** The row a key leads to from `from` (-1: none yet), or null when the key does not move. */
export function moveInList(key: string, from: number, count: number): number | null {
  if (count === 0) return null
  const bounded = (index: number) => Math.max(0, Math.min(count - 1, index))
  switch (key) {
    case 'ArrowDown':
      return bounded(from + 1)
    case 'ArrowUp':
      return bounded(from - 1)
    case 'PageDown':
      return bounded(from + PAGE_ROWS)
    case 'PageUp':
      return bounded(from - PAGE_ROWS)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
