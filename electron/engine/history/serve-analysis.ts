/** The body of the analysis thread. */
import { refuse } from '../../contract/result.ts'
import type { AnalysisOperations } from '../workers/analysis-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'

/** Answers questions about the history. */
export function serveAnalysis(_start: ThreadStart): ThreadBody<AnalysisOperations> {
  return {
    handlers: {
      overview: () => ({ predictions: 0, bands: { hot: 0, warm: 0, cold: 0 }, batches: [] }),
      listLeads: () => ({ rows: [], next: null, total: 0 }),
      getLead: () => refuse('lead_unknown', 'There is no such lead.'),
      exportLeads: () => refuse('not_ready', 'Exporting follows.'),
      health: () => refuse('not_ready', 'Health follows.'),
      checkDatabase: () => [],
    },
    close: () => {},
  }
}
