/** Questions about what the columns feed. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { Answer, ColumnMapping, Question } from '../../../contract/importing.ts'
import { shortened } from '../../sentences/shortened.ts'
import type { Rivals } from './choose-column.ts'
import { targetKey } from './suggest-mapping.ts'
import { mapOption, targetWords, toldApart } from './target-words.ts'

const SAMPLES = 3
const SAMPLE_CHARACTERS = 30

export interface MappedFile {
  readonly headers: readonly string[]
  readonly firstRows: readonly (readonly string[])[]
  readonly fields: readonly Field[]
  /** Rivals for one target are all in it. */
  readonly mapping: ColumnMapping
}

/**
 * Asks which of several columns to use. Each answer is the whole mapping with the other ones out of it; where there
 * are more rivals they stay in it, and the next question is about them.
 */
export function askBetween({ target, columns }: Rivals, file: MappedFile): Question {
  const words = targetWords(target, file.fields)
  const named = columns.map((column) => describe(file, column))
  return {
    code: 'columns_ambiguous',
    message: `${columns.length === 2 ? 'Two' : columns.length} columns could be ${words}: ${inWords(named)}. Which one is it?`,
    answers: columns.map((column): Answer => {
      const mapping = file.mapping.filter(
        (entry) => targetKey(entry.target) !== targetKey(target) || entry.column === column,
      )
      return { label: describe(file, column), mapping, option: mapOption(target, file.headers, column) }
    }),
  }
}

/** Asks what the columns are when nothing the model can score by was found. Only a person can say; there is no list to choose from. */
export function askForColumns({ headers, mapping }: MappedFile): Question[] {
  if (mapping.some(({ target }) => target.kind === 'field')) return []
  const how = 'Say which column holds what.'
  if (mapping.length > 0) {
    return [
      {
        code: 'no_model_columns',
        message: `The file says who the leads are, but no column is known that the model can score by. ${how}`,
        answers: [],
      },
    ]
  }
  const names = headers.length === 1 ? 'The column name' : 'None of the column names'
  return [
    {
      code: 'no_known_columns',
      message: `${names} in the file is ${headers.length === 1 ? 'not ' : ''}known. ${how}`,
      answers: [],
    },
  ]
}

/** Asks what columns without names hold, or whether it is as it was in the file before. */
export function askWithoutHeader(remembered: ColumnMapping | null, headers: readonly string[]): Question {
  const answers: Answer[] =
    remembered === null
      ? []
      : [
          {
            label: 'As in the last file without column names',
            mapping: remembered,
            option: remembered.map(({ target, column }) => mapOption(target, headers, column)).join(' '),
          },
        ]
  return {
    code: 'mapping_unsure',
    message: 'The file has no column names. Say which column holds what.',
    answers,
  }
}

function describe({ headers, firstRows }: MappedFile, column: number): string {
  const place = toldApart(headers, column)
  const samples = firstRows.flatMap((row) => row[column]?.trim() || []).slice(0, SAMPLES)
  const shown = samples.map((text) => shortened(text, SAMPLE_CHARACTERS)).join(', ')
  return shown === '' ? place : `${place} (${shown})`
}

function inWords(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
