/** What the monitor looks at: which part, which leads, compared with what. */
import type { DriftRequest, DriftRule, NamedTest } from '../../electron/contract/drift.ts'
import type { Baseline, Window } from '../../electron/contract/windows.ts'

/** A part of the monitor. */
export type Panel = 'overview' | 'leads' | 'over-time' | 'speed' | 'health' | 'alerts'

/** The parts in their order, as they are called on screen. */
export const PANELS: readonly { readonly panel: Panel; readonly label: string }[] = [
  { panel: 'overview', label: 'Overview' },
  { panel: 'leads', label: 'Leads' },
  { panel: 'over-time', label: 'Over time' },
  { panel: 'speed', label: 'Speed' },
  { panel: 'health', label: 'Health' },
  { panel: 'alerts', label: 'Alerts' },
]

/** What somebody has chosen to look at. */
export interface MonitorState {
  readonly panel: Panel
  readonly window: Window
  readonly baseline: Baseline
  /** null: as chosen in the settings. */
  readonly rule: DriftRule | null
  /** Tests chosen by hand, by field; they belong to the Evidently rule. */
  readonly tests: Readonly<Record<string, NamedTest>>
}

/** What the panels share: what is looked at, and the way to look at something else. */
export interface PanelProps {
  readonly state: MonitorState
  readonly onChange: (change: Partial<MonitorState>) => void
  /** The rule of the settings. */
  readonly usualRule: DriftRule
}

/** What the monitor shows at first. */
export const FIRST_LOOK: MonitorState = {
  panel: 'overview',
  window: { kind: 'days', days: 30 },
  baseline: { kind: 'reference' },
  rule: null,
  tests: {},
}

/** The leads a summary is about, as it judged them: what was compared or tried in Leads before does not say the same. */
export function lookAtSummary({ window }: Pick<MonitorState, 'window'>): MonitorState {
  return { ...FIRST_LOOK, panel: 'leads', window }
}

/** The request a state stands for, under the rule of the settings unless another was chosen here. */
export function toDriftRequest(
  { window, baseline, rule, tests }: MonitorState,
  usual: DriftRule,
): DriftRequest {
  const inForce = rule ?? usual
  const chosen = inForce === 'evidently' && Object.keys(tests).length > 0
  return { window, baseline, rule: inForce, ...(chosen ? { tests: { ...tests } } : {}) }
}

/** The tests after one field's was chosen; null: as the rule picks. */
export function withTest(
  tests: MonitorState['tests'],
  field: string,
  test: NamedTest | null,
): MonitorState['tests'] {
  const { [field]: _replaced, ...others } = tests
  return test === null ? others : { ...others, [field]: test }
}

/** A window as the value of a form control. */
export function windowKey(window: Window): string {
  return JSON.stringify(window)
}

/** Windows every history has, in the order of the list. */
export const USUAL_WINDOWS: readonly { readonly window: Window; readonly label: string }[] = [
  { window: { kind: 'days', days: 7 }, label: 'Last 7 days' },
  { window: { kind: 'days', days: 30 }, label: 'Last 30 days' },
  { window: { kind: 'days', days: 90 }, label: 'Last 90 days' },
  { window: { kind: 'last', count: 1000 }, label: 'Last 1,000 leads' },
  { window: { kind: 'all' }, label: 'All leads' },
]
