/** Entry of the import thread. */
import { serveImporting } from '../importing/serve-importing.ts'
import type { ImportOperations } from './import-operations.ts'
import { serveThread } from './thread-host.ts'

serveThread<ImportOperations>(serveImporting)
