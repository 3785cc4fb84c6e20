import { Radio } from '@mantine/core'
import { type CheckReport, duplicatePolicySchema } from '../../../electron/contract/importing.ts'
import { Card } from '../../ui/card.tsx'
import { useImportActions } from '../import-context.ts'
import type { OpenFile } from '../state/open-file.ts'
import { withDuplicates } from '../state/settings.ts'
import classes from './check.module.css'
import { DUPLICATE_WAYS, duplicatesSentence } from './check-words.ts'

interface DuplicatesChoiceProps {
  readonly file: OpenFile
  readonly report: CheckReport
}

/** What becomes of rows that are leads known already. */
export function DuplicatesChoice({ file: { chosen }, report: { duplicates } }: DuplicatesChoiceProps) {
  const { choose } = useImportActions()
  if (duplicates.inFile + duplicates.inHistory === 0 && chosen.duplicates === 'again') return null
  return (
    <Card title="Duplicates" labelledBy="duplicates-title">
      <Radio.Group
        aria-labelledby="duplicates-title"
        aria-describedby="duplicates-count"
        value={chosen.duplicates}
        onChange={(policy) => choose(withDuplicates(chosen, duplicatePolicySchema.parse(policy)))}
      >
        <p id="duplicates-count" className={classes.lead}>
          {duplicatesSentence(duplicates)}.
        </p>
        <div className={classes.policies}>
          {DUPLICATE_WAYS.map(({ policy, label, line }) => (
            <Radio
              key={policy}
              value={policy}
              label={label}
              description={line}
              classNames={{ description: classes.policyLine ?? '' }}
            />
          ))}
        </div>
      </Radio.Group>
    </Card>
  )
}
