/** Entry of the import thread. */
import { serveImporting } from '../importing/serve-importing.ts'
import { stepBack } from '../platform/step-back.ts'
import type { ImportOperations } from './import-operations.ts'
import { serveThread } from './thread-host.ts'

// The window, and whoever saves a lead meanwhile, go first.
stepBack()
serveThread<ImportOperations>(serveImporting)
