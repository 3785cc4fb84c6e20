import { useMemo } from 'react'
import type { HealthReport } from '../../../electron/contract/performance.ts'
import { DayCountsChart } from '../../charts/day-counts-chart.tsx'
import { formatDayNames, formatEpochDay } from '../../format/moment.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { useSaveChart } from '../use-save-chart.ts'
import healthClasses from './health.module.css'
import { epochDay, everyDay } from './volume-days.ts'

/** How many leads were scored on which day, and how many scorings failed. */
export function VolumeCard({ days }: Pick<HealthReport, 'days'>) {
  const [first] = days
  if (!first) return null
  const failed = days.reduce((sum, day) => sum + day.failed, 0)
  return (
    <Card title="Day by day" labelledBy="health-volume">
      <p className={healthClasses.said}>
        {days.length === 1
          ? `All on one day so far: ${formatCount(first.predictions)} ${plural(first.predictions, 'lead', 'leads')} on ${formatEpochDay(epochDay(first.day))}. ${failureWords(failed)}.`
          : `${failureWords(failed)} on these days.`}
      </p>
      {days.length > 1 ? <DaysChart days={days} hasFailed={failed > 0} /> : null}
    </Card>
  )
}

function failureWords(failed: number): string {
  if (failed === 0) return 'No scoring failed'
  return `${formatCount(failed)} ${plural(failed, 'scoring', 'scorings')} failed`
}

interface DaysChartProps extends Pick<HealthReport, 'days'> {
  readonly hasFailed: boolean
}

function DaysChart({ days, hasFailed }: DaysChartProps) {
  const saveChart = useSaveChart()
  const { names, leads, scorings, failures } = useMemo(() => {
    const every = everyDay(days)
    return {
      names: formatDayNames(every.map(({ day }) => day)),
      leads: { name: 'Leads scored', values: every.map(({ predictions }) => predictions) },
      scorings: { name: 'Scorings', values: every.map(({ operations }) => operations) },
      failures: { name: 'Failed scorings', values: every.map(({ failed }) => failed) },
    }
  }, [days])
  return (
    <DayCountsChart
      label={hasFailed ? 'Leads scored and failed scorings by day' : 'Leads scored by day'}
      days={names}
      counts={leads}
      below={hasFailed ? failures : null}
      alsoInTable={[scorings]}
      onSave={(png) => saveChart('day-by-day', png)}
    />
  )
}
