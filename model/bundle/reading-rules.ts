/** What has to be known about a whole column before one of its cells can be read. */

export interface ReadingRules {
  /** The mark before decimals; null where it is not known: then `1,234` is nobody's guess. */
  readonly decimal: '.' | ',' | null
  /** Order of day, month and year in `03/05/2026`; null where it is not known. */
  readonly dates: 'dmy' | 'mdy' | 'ymd' | null
  /** `percent`: what is written is hundred times what the model means; `fraction`: a hundredth of it. */
  readonly scale: 'plain' | 'percent' | 'fraction'
  /** Years after this one have not been yet; null: not looked at. */
  readonly thisYear: number | null
}

/** For a cell that stands alone, as in the form. */
export const NO_RULES: ReadingRules = { decimal: null, dates: null, scale: 'plain', thisYear: null }
