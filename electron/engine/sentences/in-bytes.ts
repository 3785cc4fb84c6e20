/** Less would be written as nothing. */
const LEAST_SHOWN = 50_000

/** `330 MB`, `1.2 GB`: powers of ten, as file managers show them, in the window's own rounding. */
export function inBytes(bytes: number): string {
  if (bytes > 0 && bytes < LEAST_SHOWN) return 'under 0.1 MB'
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'GB'] : [bytes / 1e6, 'MB']
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
}
