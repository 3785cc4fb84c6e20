/** What the workbook thread does. Its body is in `importing/workbook/serve-workbook.ts`. */
import type { WorkbookRequest, WorkbookText } from '../importing/workbook/convert-workbook.ts'
import type { Operation } from './operation.ts'

export interface WorkbookOperations {
  convert: Operation<WorkbookRequest, WorkbookText>
}
