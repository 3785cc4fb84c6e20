/** Pieces of the sentences alerts say. */
import { counted } from '../../sentences/counted.ts'

/** `5 minutes`. */
export const minutes = (count: number): string => counted(count, 'minute')

/** `12.5%`, with at most one decimal. */
export const percent = (share: number): string =>
  `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`
