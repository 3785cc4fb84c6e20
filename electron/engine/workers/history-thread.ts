/** Entry of the history thread. */
import { serveHistory } from '../history/serve-history.ts'
import type { HistoryOperations } from './history-operations.ts'
import { serveThread } from './thread-host.ts'

serveThread<HistoryOperations>(serveHistory)
