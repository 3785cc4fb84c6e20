/** Reading a field, so that the form in the window refuses exactly what the engine refuses. */
export { isOpenCategory } from '../../model/bundle/field.ts'
export type { FieldReading } from '../../model/bundle/field-reading.ts'
export { readField } from '../../model/bundle/read-field.ts'
