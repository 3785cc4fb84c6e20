import type { Field } from './field.ts'

/** A field with nothing special about it, for tests that say only what matters to them. */
export function exampleField(given: Partial<Field>): Field {
  return {
    name: 'example',
    label: 'Example',
    help: '',
    group: 'Examples',
    type: 'text',
    synonyms: [],
    influenceable: false,
    sensitive: false,
    importance: 0,
    ...given,
  }
}
