/** Converts workbooks in a thread that is started for each, so that its memory is given back. */
import { Refusal, refuse } from '../../../contract/result.ts'
import type { ThreadStart } from '../../workers/operation.ts'
import { createThreadClient } from '../../workers/thread-client.ts'
import type { WorkbookOperations } from '../../workers/workbook-operations.ts'
import type { ConvertWorkbook } from '../source/open-file.ts'

/** A list of 100,000 rows takes 30 MB, as its texts lie outside the heap. What takes more is made to. */
const HEAP_MB = 128

/** A converter whose thread has the entry `start.workbookThread`. */
export function convertInThread(start: ThreadStart): ConvertWorkbook {
  return async (request, signal) => {
    const entry = new URL(start.workbookThread)
    const thread = createThreadClient<WorkbookOperations>('workbook', entry, start, HEAP_MB)
    try {
      return await thread.call('convert', request, { signal })
    } catch (error) {
      if (error instanceof Refusal && error.error.code === 'engine_stopped') tooMuchMemory(error)
      throw error
    } finally {
      await thread.stop()
    }
  }
}

/** A thread that dies has met the limit of its memory: there is nothing else in it that could end it. */
function tooMuchMemory(cause: Refusal): never {
  return refuse(
    'too_large',
    'The workbook needs more memory than there is for it.',
    'Save the sheet as "CSV UTF-8" and choose that file.',
    { cause: String(cause.cause) },
  )
}
