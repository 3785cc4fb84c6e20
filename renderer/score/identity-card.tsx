import { TextInput } from '@mantine/core'
import type { Identity } from '../../electron/contract/lead.ts'
import { Card } from '../ui/card.tsx'
import type { Draft } from './draft.ts'
import classes from './score.module.css'

interface IdentityCardProps {
  readonly identity: Draft['identity']
  readonly onChange: (identity: Draft['identity']) => void
}

const PARTS: readonly {
  readonly key: keyof Identity
  readonly label: string
  readonly maxLength: number
  readonly type: string
}[] = [
  { key: 'name', label: 'Name', maxLength: 300, type: 'text' },
  { key: 'company', label: 'Company', maxLength: 300, type: 'text' },
  { key: 'email', label: 'E-mail', maxLength: 320, type: 'email' },
  { key: 'link', label: 'Profile link', maxLength: 2000, type: 'url' },
]

/** Who the lead is: kept with it, never seen by the model. */
export function IdentityCard({ identity, onChange }: IdentityCardProps) {
  return (
    <Card
      title="Who it is"
      labelledBy="identity-title"
      aside={<span className={classes.quiet}>Never used for the score</span>}
    >
      <div className={classes.grid}>
        {PARTS.map(({ key, label, maxLength, type }) => (
          <TextInput
            key={key}
            label={label}
            type={type}
            maxLength={maxLength}
            value={identity[key]}
            onChange={({ currentTarget }) => onChange({ ...identity, [key]: currentTarget.value })}
          />
        ))}
      </div>
    </Card>
  )
}
