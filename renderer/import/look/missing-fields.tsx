import type { Field } from '../../../electron/contract/app-info.ts'
import { missingFields, type Targets } from '../state/mapping.ts'
import classes from './look.module.css'

interface MissingFieldsProps {
  readonly fields: readonly Field[]
  readonly targets: Targets
}

/** Says which of the model's fields this file cannot feed. */
export function MissingFields({ fields, targets }: MissingFieldsProps) {
  const missing = missingFields(fields, targets)
  if (missing.length === 0) {
    return <p className={classes.cardText}>All {fields.length} fields of the model have a column.</p>
  }
  return (
    <p className={classes.cardText}>
      <strong>
        {fields.length - missing.length} of {fields.length} fields have a column
        {missing.length === fields.length ? '.' : ': the scores are less certain.'}
      </strong>{' '}
      <span>Without a column: {missing.map(({ label }) => label).join(', ')}.</span>
    </p>
  )
}
