import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FieldDrift } from '../../../electron/contract/drift.ts'
import { useAppInfo } from '../../app/app-info-context.tsx'
import { CumulativeChart } from '../../charts/cumulative-chart.tsx'
import { DistributionChart } from '../../charts/distribution-chart.tsx'
import { useSaveChart } from '../use-save-chart.ts'
import classes from './drift.module.css'
import { fieldPlaces, valueFormat } from './field-places.ts'

/** What the two samples are called on charts. */
export interface SampleNames {
  readonly window: string
  readonly baseline: string
}

type Kind = 'shares' | 'cumulative'

/** A field's two samples: shares by bin or category, and on demand the cumulative shares of a number. */
export function FieldCharts({ drift, names }: { readonly drift: FieldDrift; readonly names: SampleNames }) {
  const { manifest } = useAppInfo()
  const [kind, setKind] = useState<Kind>('shares')
  const saveChart = useSaveChart()
  const { distribution, field, measure, label } = drift
  const known = manifest.fields.find(({ name }) => name === field)
  const format = useMemo(() => valueFormat(measure, known), [measure, known])
  const places = useMemo(
    () => (distribution ? fieldPlaces(distribution, format) : []),
    [distribution, format],
  )
  if (!distribution) return null
  const save = (png: Uint8Array) => saveChart(`${field}-${kind}`, png)
  return (
    <div className={classes.charts}>
      {distribution.kind === 'number' ? (
        <SegmentedControl
          size="xs"
          value={kind}
          aria-label="Kind of chart"
          data={[
            { value: 'shares', label: 'Shares' },
            { value: 'cumulative', label: 'Cumulative' },
          ]}
          onChange={(value) => setKind(value === 'cumulative' ? 'cumulative' : 'shares')}
        />
      ) : null}
      {distribution.kind === 'number' && kind === 'cumulative' ? (
        <CumulativeChart
          label={`${label}: share of leads at or below a value, ${names.window} and ${names.baseline}`}
          window={distribution.windowQuantiles}
          baseline={distribution.baselineQuantiles}
          names={names}
          format={format}
          onSave={save}
        />
      ) : (
        <DistributionChart
          label={`${label}: shares of leads, ${names.window} and ${names.baseline}`}
          firstColumn={label}
          kind={distribution.kind}
          places={places}
          names={names}
          onSave={save}
        />
      )}
    </div>
  )
}
