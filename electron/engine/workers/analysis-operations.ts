/** What the analysis thread does: reads the history on a connection that cannot write. */
import type {
  Batch,
  ExportSummary,
  Health,
  HistoryOverview,
  LeadDetail,
  LeadFilter,
  LeadOrder,
  LeadPage,
  LeadQuery,
} from '../../contract/history.ts'
import type { BatchDetail } from '../../contract/importing.ts'
import type { Operation } from './operation.ts'

export interface AnalysisOperations {
  overview: Operation<Record<string, never>, HistoryOverview>
  listLeads: Operation<LeadQuery, LeadPage>
  getLead: Operation<{ readonly id: number }, LeadDetail>
  exportLeads: Operation<
    { readonly filter: LeadFilter & { readonly order: LeadOrder }; readonly path: string },
    ExportSummary
  >
  /** Every import, the newest first. */
  listBatches: Operation<Record<string, never>, readonly Batch[]>
  getBatch: Operation<{ readonly batch: number }, BatchDetail>
  /** Writes the rejected rows of an import to a file, with a column for the reason. */
  exportRejects: Operation<{ readonly batch: number; readonly path: string }, ExportSummary>
  health: Operation<Record<string, never>, Health>
  /** The checks of `doctor`. */
  examine: Operation<Record<string, never>, readonly Check[]>
}

/** One line of `doctor`. */
export interface Check {
  readonly check: string
  readonly ok: boolean
  readonly message: string
}
