/** What a column can feed, in words for a person and for the command line. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnTarget } from '../../../contract/importing.ts'
import { namedColumn } from '../words.ts'

const IDENTITY_WORDS = {
  name: 'the name',
  firstName: 'the first name',
  lastName: 'the last name',
  company: 'the company',
  email: 'the e-mail address',
  link: 'the profile link',
} as const

/** What a target is called in a sentence. */
export function targetWords(target: ColumnTarget, fields: readonly Field[]): string {
  if (target.kind === 'identity') return IDENTITY_WORDS[target.name]
  return fields.find(({ name }) => name === target.name)?.label ?? target.name
}

/** A column by its header, and by its place where another one has the same. */
export function toldApart(headers: readonly string[], column: number): string {
  const header = headers[column] ?? ''
  const named = namedColumn(headers, column)
  const twice = header.trim() !== '' && headers.indexOf(header) !== headers.lastIndexOf(header)
  return twice ? `${named} in column ${column + 1}` : named
}

/** How the command line says it: by header, or by place where the header alone would not tell. */
export function mapOption(target: ColumnTarget, headers: readonly string[], column: number): string {
  const header = headers[column] ?? ''
  const tells = header.trim() !== '' && headers.indexOf(header) === headers.lastIndexOf(header)
  const plain = /^[\w.-]+$/.test(header)
  const value = !tells ? `#${column + 1}` : plain ? header : `"${header.replaceAll('"', '\\"')}"`
  return `--map ${target.name}=${value}`
}
