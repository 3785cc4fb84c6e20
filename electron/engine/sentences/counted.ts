/** `1 row`, `2,000 rows`; with `many` where another word is meant than the first with an s: `1 lead is`, `2 leads are`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
