import { SegmentedControl } from '@mantine/core'
import { type DriftRule, driftRuleSchema } from '../../../electron/contract/drift.ts'
import { Card } from '../../ui/card.tsx'
import classes from './drift.module.css'

interface RuleChoiceProps {
  readonly rule: DriftRule
  /** The rule with its numbers. */
  readonly sentence: string
  readonly onRule: (rule: DriftRule) => void
}

/** How differences are judged: below the findings, for those who want to know. */
export function RuleChoice({ rule, sentence, onRule }: RuleChoiceProps) {
  return (
    <Card title="How this is judged" labelledBy="drift-rule">
      <SegmentedControl
        size="xs"
        aria-label="How differences are judged"
        value={rule}
        data={[
          { value: 'size-aware', label: 'Size-aware' },
          { value: 'evidently', label: 'Evidently 0.7 rule' },
        ]}
        onChange={(value) => onRule(driftRuleSchema.parse(value))}
      />
      <p className={classes.rule}>{sentence}</p>
    </Card>
  )
}
