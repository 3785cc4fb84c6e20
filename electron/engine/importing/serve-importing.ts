/** The body of the import thread: inspects files, and runs one import at a time or several. */
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readBundle, readManifest } from '../registry/read-bundle.ts'
import { loadModelOnce } from '../scoring/load-model-once.ts'
import { openModel } from '../scoring/open-model.ts'
import { createPortSink } from '../workers/batch-port.ts'
import type { ImportOperations } from '../workers/import-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { openOutFile } from './files/open-out-file.ts'
import { runImport } from './run/run-import.ts'
import { type ByteSource, openByteSource } from './source/byte-source.ts'
import { inspectFile } from './table/inspect-file.ts'

/** Reads, scores and hands over files. */
export function serveImporting({ dataDir, resourcesDir }: ThreadStart): ThreadBody<ImportOperations> {
  const folder = bundledModelFolder(resourcesDir)
  const model = loadModelOnce(() => openModel(readBundle(folder, systemFiles)))
  return {
    handlers: {
      inspect: ({ path }) => {
        const { fields } = readManifest(folder, systemFiles).manifest
        return withSource(path, (source) => inspectFile(source, fields))
      },
      run: async ({ path, mapping, job, outFile, port }, { cancelled, onProgress }) => {
        const sink = createPortSink(port)
        try {
          return await withSource(path, async (source) =>
            runImport({
              source,
              mapping,
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
