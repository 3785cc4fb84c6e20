/** What latency says in sentences. */

import type { LatencyBaseline } from '../../../../model/bundle/latency-baseline.ts'
import type { Thresholds } from '../../../contract/alerts.ts'
import type { LatencyDistribution, LatencyReport, OperationLatency } from '../../../contract/performance.ts'
import { counted } from '../../sentences/counted.ts'
import { sentenceCase } from '../windows/window-facts.ts'

/** With fewer, p95 is the slowest one or nearly so, and a single hiccup would decide. */
export const FEWEST_JUDGED = 20
/** Ratios between these are "about as fast": a machine's own noise from day to day. */
const [NOTICEABLY_FASTER, NOTICEABLY_SLOWER] = [0.8, 1.25]

type Limits = Pick<Thresholds, 'slowP95Ms' | 'slowP99Ms'>
type Answer = Pick<LatencyReport, 'verdict' | 'headline'>

/** The verdict on a window, and the one or two sentences that give it; `windowName` null: everything there is. */
export function judgeLatency(
  windowName: string | null,
  single: OperationLatency,
  batch: OperationLatency,
  limits: Limits,
): Answer {
  const total = single.stages?.total
  if (!total) return judgeImports(windowName, batch.stages?.total)
  const imported = batch.stages?.total ? ` ${describeImports(batch.stages.total)}` : ''
  if (total.n < FEWEST_JUDGED) {
    const few = within(
      windowName,
      `only ${counted(total.n, 'lead was', 'leads were')} typed in, too few to judge; ${total.n === 1 ? 'it' : 'the slowest'} took ${inTime(total.max, 'nearest')}.`,
    )
    return { verdict: 'not_judged', headline: few + imported }
  }
  const slow = slowness(total, limits)
  if (slow)
    return {
      verdict: 'slow',
      headline: `Scoring is slow: ${slow}${comparison(total, single.baseline?.total)}`,
    }
  const fast = `Scoring is fast: of ${total.n.toLocaleString('en')} leads typed in, half took at most ${inTime(total.p50)} and 95% at most ${inTime(total.p95)}.`
  return { verdict: 'fast', headline: `${fast}${comparison(total, single.baseline?.total) || imported}` }
}

/** Where no lead was typed in. */
function judgeImports(windowName: string | null, imports: LatencyDistribution | undefined): Answer {
  if (!imports) return { verdict: 'no_operations', headline: within(windowName, 'nothing was scored.') }
  const { n, mean } = imports
  const took = `${counted(n, 'lead was', 'leads were')} imported, which took ${inTime(mean, 'nearest')}${n === 1 ? '' : ' each on average'}.`
  const why = 'Only leads that are typed in are judged as fast or slow, and there are none.'
  return { verdict: 'not_judged', headline: `${within(windowName, took)} ${why}` }
}

const within = (windowName: string | null, said: string) =>
  windowName === null ? said.charAt(0).toUpperCase() + said.slice(1) : `${sentenceCase(windowName)}: ${said}`

/** What is over its limit, as a sentence; null when nothing is. */
function slowness({ n, p95, p99 }: LatencyDistribution, { slowP95Ms, slowP99Ms }: Limits): string | null {
  const over = (share: string, ms: number, limit: number) =>
    `${share} of the ${n.toLocaleString('en')} leads typed in took ${inTime(ms, 'down')} or longer; the limit is ${inTime(limit, 'nearest')}.`
  if (p95 > slowP95Ms) return over('5%', p95, slowP95Ms)
  return p99 > slowP99Ms ? over('1%', p99, slowP99Ms) : null
}

function comparison(total: LatencyDistribution, baseline: LatencyDistribution | undefined): string {
  if (!baseline || baseline.p50 <= 0) return ''
  const ratio = total.p50 / baseline.p50
  const machine = 'the computer the model was measured on'
  if (ratio > NOTICEABLY_SLOWER) return ` That is about ${timesAsLong(ratio)} as on ${machine}.`
  if (ratio < NOTICEABLY_FASTER) return ` That is faster than on ${machine}.`
  return ` That is about as fast as on ${machine}.`
}

/** `1.5 times as long`, `twice as long`, `16 times as long`: large ratios without a decimal nobody needs. */
function timesAsLong(ratio: number): string {
  const rounded = Number(ratio.toFixed(ratio < 10 ? 1 : 0))
  return rounded === 2 ? 'twice as long' : `${rounded.toLocaleString('en')} times as long`
}

const describeImports = ({ n, mean }: LatencyDistribution) =>
  n === 1
    ? `The one imported lead took ${inTime(mean, 'nearest')}.`
    : `${n.toLocaleString('en')} imported leads took ${inTime(mean, 'nearest')} each on average.`

/** What only the last binary digits put over a step, or under it, is on it. */
const ROUNDINGS = {
  up: (steps: number) => Math.ceil(steps - 1e-9),
  down: (steps: number) => Math.floor(steps + 1e-9),
  nearest: Math.round,
} as const

/** The largest unit of which there are two or more, or one second; a minute and a half is 90 s. */
const UNITS = [
  { unit: 'hours', ms: 3_600_000, fromMs: 7_200_000 },
  { unit: 'minutes', ms: 60_000, fromMs: 120_000 },
  { unit: 's', ms: 1000, fromMs: 1000 },
] as const
const MILLISECONDS = { unit: 'ms', ms: 1 } as const

/** A time with two figures: `0.44 ms` for 0.4321. Rounded up for "at most", down for "or longer": both must stay true. */
export function inTime(ms: number, rounded: 'up' | 'down' | 'nearest' = 'up'): string {
  const scale = UNITS.find(({ fromMs }) => ms >= fromMs) ?? MILLISECONDS
  const [value, unit] = [ms / scale.ms, scale.unit]
  if (value <= 0) return `0 ${unit}`
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  const steps = ROUNDINGS[rounded](value / step)
  return `${Number((steps * step).toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 })} ${unit}`
}

/** The machine of a baseline: `a computer with 2 processor cores (AMD EPYC), 25 GB of memory and Linux`. */
export function describeMachine({ machine }: LatencyBaseline): string {
  const { processor, cores, memoryGb, system } = machine
  return `a computer with ${counted(cores, 'processor core')} (${processor}), ${memoryGb} GB of memory and ${system}`
}
