/** The body of the workbook thread: converts one workbook at a time. */
import type { ThreadBody } from '../../workers/operation.ts'
import type { WorkbookOperations } from '../../workers/workbook-operations.ts'
import { convertWorkbook } from './convert-workbook.ts'

/** Needs nothing of the engine: no model, no history. */
export function serveWorkbook(): ThreadBody<WorkbookOperations> {
  return {
    handlers: { convert: (request, { cancelled }) => convertWorkbook(request, cancelled) },
    close: () => {},
  }
}
