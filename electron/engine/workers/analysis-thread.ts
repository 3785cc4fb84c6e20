/** Entry of the analysis thread. */
import { serveAnalysis } from '../history/serve-analysis.ts'
import type { AnalysisOperations } from './analysis-operations.ts'
import { serveThread } from './thread-host.ts'

serveThread<AnalysisOperations>(serveAnalysis)
