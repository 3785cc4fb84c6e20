/** Numbers as a report writes them: in the English of its sentences, whatever the computer's own. */

/** A share of leads; one that is neither none nor all is never written as that. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1%'
  if (share < 1 && share > 0.999) return 'over 99.9%'
  const isFine = (share > 0 && share < 0.1) || (share > 0.9 && share < 1)
  return `${(share * 100).toFixed(isFine ? 1 : 0)}%`
}

/** A chance, very small ones as such. */
export function chanceText(p: number): string {
  if (p < 0.001) return 'under 0.1%'
  return `${(p * 100).toFixed(p < 0.1 ? 1 : 0)}%`
}

/** A statistic with the digits that tell. */
export function statisticText(value: number): string {
  return value === 0 ? '0' : String(Number(value.toPrecision(3)))
}

/** A duration per lead. */
export function millisecondsText(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(ms < 100 ? 1 : 0)} ms`
}

/** A count with its thousands apart. */
export function countText(count: number): string {
  return count.toLocaleString('en-US')
}

/** A day as people write it: 21 November 2026. */
export function dayText(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A moment, on this computer's clock. */
export function momentText(ms: number): string {
  const time = new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${dayText(ms)}, ${time}`
}
