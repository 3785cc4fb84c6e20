/** Numbers whose distribution has given quantiles. */

/** Maps a uniform number to a value: straight lines between the quantiles, ends at `lowest` and `highest`. */
export function fromQuantiles(
  quantiles: Readonly<Record<string, number>>,
  lowest: number,
  highest: number,
): (u: number) => number {
  const points = [
    [0, lowest] as const,
    ...Object.entries(quantiles)
      .map(([share, value]) => [Number(share), value] as const)
      .sort(([left], [right]) => left - right),
    [1, highest] as const,
  ]
  return (u) => {
    const above = points.findIndex(([share]) => share >= u)
    const [highShare, high] = points[Math.max(above, 1)] ?? [1, highest]
    const [lowShare, low] = points[Math.max(above, 1) - 1] ?? [0, lowest]
    return low + ((u - lowShare) / (highShare - lowShare)) * (high - low)
  }
}
