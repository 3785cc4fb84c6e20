/** Entry of the workbook thread. */
import { serveWorkbook } from '../importing/workbook/serve-workbook.ts'
import { serveThread } from './thread-host.ts'
import type { WorkbookOperations } from './workbook-operations.ts'

serveThread<WorkbookOperations>(serveWorkbook)
