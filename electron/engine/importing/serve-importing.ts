/** The body of the import thread: inspects files, and runs one import at a time or several. */
import { realpathSync } from 'node:fs'
import { refuse } from '../../contract/result.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readBundle, readManifest } from '../registry/read-bundle.ts'
import { loadModelOnce } from '../scoring/load-model-once.ts'
import { openModel } from '../scoring/open-model.ts'
import { createPortSink } from '../workers/batch-port.ts'
import type { ImportOperations } from '../workers/import-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { createAtomicFile } from './atomic-file.ts'
import { type ByteSource, openByteSource } from './byte-source.ts'
import { inspectFile } from './inspect-file.ts'
import { runImport } from './run-import.ts'

/** Reads, scores and hands over files. */
export function serveImporting({ resourcesDir }: ThreadStart): ThreadBody<ImportOperations> {
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
              outFile: outFile === null ? null : createOutFile(outFile, path),
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

/** The file that is read is never written: the scored copy must be another one. */
function createOutFile(outFile: string, path: string) {
  if (systemFiles.kind(outFile) !== 'none' && realpathSync(outFile) === realpathSync(path)) {
    refuse(
      'file_not_writable',
      'The scored file cannot replace the file it is made from.',
      'Choose another name for it.',
    )
  }
  return createAtomicFile(outFile, systemFiles)
}
