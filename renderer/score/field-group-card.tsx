import { useId } from 'react'
import { Card } from '../ui/card.tsx'
import type { Draft, DraftReading } from './draft.ts'
import type { FieldGroup } from './field-groups.ts'
import { FieldInput } from './field-input.tsx'
import classes from './score.module.css'

interface FieldGroupCardProps {
  readonly group: FieldGroup
  readonly texts: Draft['texts']
  readonly problems: DraftReading['problems']
  readonly sayAll: boolean
  readonly onChange: (name: string, text: string) => void
}

/** One group of the manifest's fields. */
export function FieldGroupCard({ group, texts, problems, sayAll, onChange }: FieldGroupCardProps) {
  const titleId = useId()
  return (
    <Card title={group.name} labelledBy={titleId}>
      <div className={classes.grid}>
        {group.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            text={texts[field.name] ?? ''}
            problem={problems.get(field.name)}
            sayAll={sayAll}
            onChange={onChange}
          />
        ))}
      </div>
    </Card>
  )
}
