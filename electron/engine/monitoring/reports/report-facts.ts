/** What a report is made from. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { DriftReport } from '../../../contract/drift.ts'
import type { HealthReport, LatencyReport } from '../../../contract/performance.ts'

/** A drift report with the speed and the health of the same moment. */
export interface ReportFacts {
  readonly drift: DriftReport
  readonly latency: LatencyReport
  readonly health: HealthReport
  /** Of the model, for how values are written. */
  readonly fields: readonly Field[]
  /** What the bundle says about where its model comes from. */
  readonly provenance: string
}
