/** A feature before training: what to make from which field, without the numbers that training fills in. */
import type { Feature } from '../bundle/feature.ts'

type Fitted = Extract<Feature, { kind: 'number' | 'targetMean' | 'datePart' }>

/** What training decides about missing numbers: their median, or nothing (the trees learn a direction). */
export type MissingRule = 'median' | 'learn'

/**
 * A planned feature. Most kinds need no fitting and are planned as they will be; numbers need what stands in for a
 * missing one, target means need the outcome rate of each category.
 */
export type PlannedFeature =
  | Exclude<Feature, Fitted>
  | { readonly kind: 'number'; readonly name: string; readonly field: string; readonly missing: MissingRule }
  | {
      readonly kind: 'targetMean'
      readonly name: string
      readonly field: string
      /** How many leads at the overall rate each category is mixed with (m-estimate). */
      readonly smoothing: number
      /** Categories with fewer training leads count as unseen. */
      readonly minimumRows: number
    }
  | {
      readonly kind: 'datePart'
      readonly name: string
      readonly field: string
      readonly part: Extract<Feature, { kind: 'datePart' }>['part']
      readonly missing: MissingRule
    }
