/** The body of the import thread: inspects files, and runs one import at a time or several. */
import { refuse } from '../../contract/result.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readBundle, readManifest } from '../registry/read-bundle.ts'
import { loadModelOnce } from '../scoring/load-model-once.ts'
import { openModel } from '../scoring/open-model.ts'
import { createPortSink } from '../workers/batch-port.ts'
import type { ImportOperations } from '../workers/import-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { openOutFile } from './files/open-out-file.ts'
import { FindingCollector } from './rows/finding-collector.ts'
import { LeadReader } from './rows/lead-reader.ts'
import { checkImport } from './run/check-import.ts'
import { fileRows } from './run/file-rows.ts'
import { inspectFile } from './run/inspect-file.ts'
import { planImport } from './run/plan-import.ts'
import { runImport } from './run/run-import.ts'
import { type ByteSource, openByteSource } from './source/byte-source.ts'

/** Reads, scores and hands over files. */
export function serveImporting({ dataDir, resourcesDir }: ThreadStart): ThreadBody<ImportOperations> {
  const folder = bundledModelFolder(resourcesDir)
  const fields = () => readManifest(folder, systemFiles).manifest.fields
  const model = loadModelOnce(() => openModel(readBundle(folder, systemFiles)))
  return {
    handlers: {
      inspect: ({ path, settings }) => withSource(path, (source) => inspectFile(source, settings, fields())),
      fileRows: ({ path, settings, rows }, { cancelled }) =>
        withSource(path, (source) => {
          const plan = planImport(source, settings, fields())
          const reader = new LeadReader(plan, fields(), new FindingCollector())
          return fileRows(reader, plan.table.headers.length, rows, cancelled)
        }),
      check: ({ path, settings, job }, { cancelled, onProgress }) =>
        withSource(path, (source) =>
          checkImport({ source, settings, fields: fields(), job, clock: systemClock, cancelled, onProgress }),
        ),
      resume: ({ batch }) =>
        refuse('not_resumable', `Import ${batch} cannot go on.`, 'Import the file again.'),
      run: async ({ path, settings, job, outFile, port }, { cancelled, onProgress }) => {
        const sink = createPortSink(port)
        try {
          return await withSource(path, async (source) =>
            runImport({
              source,
              settings,
              job,
              model: await model.get(),
              sink,
              clock: systemClock,
              outFile:
                outFile === null ? null : openOutFile({ path: outFile, dataDir, input: path }, systemFiles),
              cancelled,
              onProgress,
            }),
          )
        } finally {
          sink.close()
        }
      },
    },
    close: () => model.release(),
  }
}

async function withSource<T>(path: string, use: (source: ByteSource) => T | Promise<T>): Promise<T> {
  const source = openByteSource(path)
  try {
    return await use(source)
  } finally {
    source.close()
  }
}
