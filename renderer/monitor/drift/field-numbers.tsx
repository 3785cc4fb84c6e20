import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type DriftStatistic,
  type FieldDrift,
  type FieldVerdict,
  type NamedTest,
  namedTestSchema,
} from '../../../electron/contract/drift.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount, formatNumber } from '../../format/numbers.ts'
import { formatDifference, formatP, formatSmallShare } from '../format-statistics.ts'
import { chanceMeaning } from './chance-meaning.ts'
import classes from './drift.module.css'
import type { SampleNames } from './field-charts.tsx'
import { valueFormat } from './field-places.ts'
import { testsFor } from './test-words.ts'

/** Tests chosen by hand, and the way to choose one. */
export interface TestChoice {
  readonly chosen: Readonly<Record<string, NamedTest>>
  readonly onChoose: (field: string, test: NamedTest | null) => void
}

interface FieldNumbersProps {
  readonly drift: FieldDrift
  readonly names: SampleNames
  readonly tests: TestChoice | null
}

/** The numbers behind a verdict, each with what it means beside it. */
export function FieldNumbers({ drift, names, tests }: FieldNumbersProps) {
  const { statistic, missing, unseen, outOfRange } = drift
  const known = useManifest().fields.find(({ name }) => name === drift.field)
  const format = valueFormat(drift.measure, known)
  return (
    <dl className={classes.numbers}>
      {statistic ? <StatisticRows statistic={statistic} verdict={drift.verdict} /> : null}
      <Row term="Without a value">
        {formatSmallShare(missing.window)} in {names.window}, {formatSmallShare(missing.baseline)} in{' '}
        {names.baseline}
        <Explained
          remarks={[missing.p === null ? null : `chance of that by accident: ${formatP(missing.p)}`]}
        />
      </Row>
      {unseen && unseen.leads > 0 ? (
        <Row term="New values">
          {unseen.levels.map(({ value, count }) => `${value} (${formatCount(count)})`).join(', ')}
        </Row>
      ) : null}
      {outOfRange && outOfRange.below + outOfRange.above > 0 ? (
        <Row term="Outside the range">
          {formatCount(outOfRange.below)} below {format(outOfRange.min)}, {formatCount(outOfRange.above)}{' '}
          above {format(outOfRange.max)}
        </Row>
      ) : null}
      {tests && drift.distribution && drift.measure === 'value' ? (
        <Row term="Test">
          <TestPicker drift={drift} kind={drift.distribution.kind} tests={tests} />
        </Row>
      ) : null}
    </dl>
  )
}

interface TestPickerProps {
  readonly drift: FieldDrift
  readonly kind: 'number' | 'category'
  readonly tests: TestChoice
}

function TestPicker({ drift: { field, label }, kind, tests: { chosen, onChoose } }: TestPickerProps) {
  return (
    <NativeSelect
      size="xs"
      className={classes.test ?? ''}
      aria-label={`Test for ${label}`}
      value={chosen[field] ?? BY_RULE}
      data={[
        { value: BY_RULE, label: 'As the rule picks' },
        ...testsFor(kind).map(({ test, label: name }) => ({ value: test, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const test = namedTestSchema.safeParse(value)
        onChoose(field, test.success ? test.data : null)
      }}
    />
  )
}

const BY_RULE = 'rule'

interface StatisticRowsProps {
  readonly statistic: DriftStatistic
  readonly verdict: FieldVerdict
}

/** How large a difference is, and how easily chance would make it. */
export function StatisticRows({ statistic, verdict }: StatisticRowsProps) {
  const { name, value, threshold, judgedBy, p } = statistic
  return (
    <>
      {/* Evidently's tests give the chance itself as their result: then there is no size to show. */}
      {value === p ? null : (
        <Row term="Size of the difference">
          {formatDifference(value)}
          <Explained
            remarks={[
              `${name}; 0 is no difference`,
              judgedBy === 'value' ? `it counts from ${formatNumber(threshold)} on` : null,
            ]}
          />
        </Row>
      )}
      <Row term="Chance of that by accident">
        {p === null ? 'not needed' : formatP(p)}
        <Explained remarks={[value === p ? name : null, chanceMeaning(statistic, verdict)]} />
      </Row>
    </>
  )
}

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.number}>
      <dt>{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  )
}

/** In brackets; several remarks with semicolons between, and no brackets around nothing. */
function Explained({ remarks }: { readonly remarks: readonly (string | null)[] }) {
  const said = remarks.filter((remark) => remark !== null && remark !== '')
  return said.length === 0 ? null : <span className={classes.explained}> ({said.join('; ')})</span>
}
