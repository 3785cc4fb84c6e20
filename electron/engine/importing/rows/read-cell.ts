/** What a cell of one column means, once its column has been looked at: `model/bundle/read-field.ts` under the column's rules. */
import type { Field, FieldValue } from '../../../../model/bundle/field.ts'
import type { FieldProblem, FieldReading, FieldRepairCode } from '../../../../model/bundle/field-reading.ts'
import { readField } from '../../../../model/bundle/read-field.ts'
import { isYearField } from '../../../../model/bundle/read-number.ts'
import { NO_RULES, type ReadingRules } from '../../../../model/bundle/reading-rules.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'

/**
 * What is wrong with a cell, or what was changed in reading it. `missing`: it could not be read and counts as missing.
 * `repaired`: it was read as something else.
 */
export interface CellRemark {
  readonly kind: 'missing' | 'repaired'
  readonly code: FieldProblem | FieldRepairCode
  readonly message: string
}

/** A cell read: its value, null where it is missing, and what is to be said about it. */
export interface CellReading {
  readonly value: FieldValue
  readonly remark: CellRemark | null
}

/** Numbers that may be taken as they stand, without looking at their text. */
export interface PlainNumbers {
  readonly min: number
  readonly max: number
  readonly whole: boolean
}

export interface CellRules {
  /** Reads a cell's text as it stands in the file. */
  read(text: string): CellReading
  /** A cell that is `-?digits[.digits]` within these bounds is its value; null: every cell goes the long way. */
  readonly plainNumber: PlainNumbers | null
}

const MISSING_CELL: CellReading = { value: null, remark: null }

/** The rules of a column that feeds `field`. */
export function createCellRules(field: Field, given: Partial<ReadingRules>): CellRules {
  const rules = { ...NO_RULES, ...given }
  return {
    read: (text) => {
      if (text === '') return MISSING_CELL
      return toCellReading(readField(field, unescapeFormula(text), rules))
    },
    plainNumber: plainNumbers(field, rules),
  }
}

function toCellReading(reading: FieldReading): CellReading {
  if (!reading.ok) {
    const { code, message } = reading
    return { value: null, remark: { kind: 'missing', code, message } }
  }
  const { value, repaired } = reading
  return { value, remark: repaired === undefined ? null : { kind: 'repaired', ...repaired } }
}

/** In a column with decimal commas `70.000` is no plain number, and on another scale 70 is not 70. */
function plainNumbers(field: Field, { decimal, scale, thisYear }: ReadingRules): PlainNumbers | null {
  const numeric = field.type === 'number' || field.type === 'integer'
  if (!numeric || decimal === ',' || scale !== 'plain') return null
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
  const last = thisYear !== null && isYearField(field) ? Math.min(max, thisYear) : max
  return { min, max: last, whole: field.type === 'integer' }
}
