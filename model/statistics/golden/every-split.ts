/**
 * Every way to split `values` into a reference of `count` and the rest, in no particular order: the slow version of an exact p is to
 * look at all of them.
 */
export function everySplit(
  values: readonly number[],
  count: number,
): { readonly reference: Float64Array; readonly current: Float64Array }[] {
  const chosen = (from: number, left: number): number[][] => {
    if (left === 0) return [[]]
    if (values.length - from < left) return []
    const withThis = chosen(from + 1, left - 1).map((rest) => [from, ...rest])
    return [...withThis, ...chosen(from + 1, left)]
  }
  return chosen(0, count).map((places) => ({
    reference: Float64Array.from(values.filter((_, place) => places.includes(place))).sort(),
    current: Float64Array.from(values.filter((_, place) => !places.includes(place))).sort(),
  }))
}
