/** The body of the import thread: inspects files, and runs one import at a time or several. */

import type { ImportOperations } from '../workers/import-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { createPortSink } from '../workers/port-sink.ts'
import { ImportTasks } from './run/import-tasks.ts'
import { convertInThread } from './workbook/convert-in-thread.ts'

/** Reads, scores and hands over files. */
export function serveImporting(start: ThreadStart): ThreadBody<ImportOperations> {
  const tasks = new ImportTasks(start, convertInThread(start))
  return {
    handlers: {
      inspect: (request, context) => tasks.inspect(request, context),
      fileRows: (request, context) => tasks.fileRows(request, context),
      check: (request, context) => tasks.check(request, context),
      run: async ({ port, ...request }, context) => {
        const sink = createPortSink(port)
        try {
          return await tasks.run({ ...request, sink }, context)
        } finally {
          sink.close()
        }
      },
      resume: async ({ port, ...request }, context) => {
        const sink = createPortSink(port)
        try {
          return await tasks.resume({ ...request, sink }, context)
        } finally {
          sink.close()
        }
      },
    },
    close: () => tasks.close(),
  }
}
