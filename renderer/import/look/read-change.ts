/** From what a drop-down says to a decision on how the file is read. */
import {
  dateOrderSchema,
  decimalMarkSchema,
  delimiterSchema,
  encodingSchema,
} from '../../../electron/contract/importing.ts'
import { assertNever } from '../../../electron/contract/result.ts'
import type { ReadChange } from '../state/settings.ts'
import type { ReadingChoice } from './reading-words.ts'

/** `text` empty: the decision is taken back. */
export function readChange(name: ReadingChoice['name'], text: string): ReadChange {
  if (text === '') return { [name]: null }
  switch (name) {
    case 'header':
      return { header: Number(text) }
    case 'sheet':
      return { sheet: text }
    case 'encoding':
      return { encoding: encodingSchema.parse(text) }
    case 'delimiter':
      return { delimiter: delimiterSchema.parse(text) }
    case 'decimal':
      return { decimal: decimalMarkSchema.parse(text) }
    case 'dates':
      return { dates: dateOrderSchema.parse(text) }
    default:
      return assertNever(name)
  }
}
