/** What the monitoring thread does: long looks at the history, on a connection that cannot write and delays nobody. */
import type { DriftReport, DriftRequest, Timeline, TimelineRequest } from '../../contract/drift.ts'
import type { Operation } from './operation.ts'

export interface MonitoringOperations {
  driftReport: Operation<DriftRequest, DriftReport>
  driftTimeline: Operation<TimelineRequest, Timeline>
}
