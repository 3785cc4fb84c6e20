import { useMemo } from 'react'
import type { HealthReport } from '../../../electron/contract/performance.ts'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { formatEpochDay } from '../../format/moment.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { useSaveChart } from '../use-save-chart.ts'
import healthClasses from './health.module.css'

/** How many leads were scored on which day. */
export function VolumeCard({ days }: Pick<HealthReport, 'days'>) {
  const saveChart = useSaveChart()
  const times = useMemo(() => days.map(({ day }) => dayWords(day)), [days])
  const lines = useMemo(
    () => [{ name: 'Leads scored', values: days.map(({ predictions }) => predictions) }],
    [days],
  )
  const [first] = days
  if (!first) return null
  return (
    <Card title="Leads scored by day" labelledBy="health-volume">
      {days.length === 1 ? (
        <p className={healthClasses.quiet}>
          All on one day so far: {formatCount(first.predictions)} {plural(first.predictions, 'lead', 'leads')}{' '}
          on {dayWords(first.day)}.
        </p>
      ) : (
        <TrendChart
          label="Leads scored by day"
          firstColumn="Day"
          times={times}
          lines={lines}
          format={formatCount}
          height={180}
          onSave={(png) => saveChart('leads-by-day', png)}
        />
      )}
    </Card>
  )
}

function dayWords(day: string): string {
  return formatEpochDay(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}
