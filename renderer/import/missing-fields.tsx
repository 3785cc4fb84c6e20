import type { Field } from '../../electron/contract/app-info.ts'
import { Note } from '../ui/note.tsx'
import classes from './import.module.css'
import { missingFields, type Targets } from './mapping.ts'

/** Says which of the model's fields this file cannot feed. */
export function MissingFields({
  fields,
  targets,
}: {
  readonly fields: readonly Field[]
  readonly targets: Targets
}) {
  const missing = missingFields(fields, targets)
  if (missing.length === 0) {
    return <p className={classes.quiet}>All {fields.length} fields of the model have a column.</p>
  }
  return (
    <Note>
      <strong>
        {fields.length - missing.length} of {fields.length} fields have a column
        {missing.length === fields.length ? '.' : ': the scores are less certain.'}
      </strong>
      <span>Without a column: {missing.map(({ label }) => label).join(', ')}.</span>
    </Note>
  )
}
