/** What the surveys of numbers, dates and scales look at, and what they say. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { Finding, Question } from '../../../contract/importing.ts'

/** A column that feeds a model field, with its filled cells. */
export interface SampledColumn {
  readonly column: number
  readonly header: string
  readonly field: Field
  readonly texts: readonly string[]
}

/** What one look at a column found. */
export interface Noticed {
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}
