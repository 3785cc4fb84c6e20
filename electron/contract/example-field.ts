/** A field for tests of those who know the contract only. */
export { exampleField } from '../../model/bundle/example-field.ts'
