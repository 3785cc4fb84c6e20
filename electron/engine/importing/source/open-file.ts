/** Opens the file a person chose, text or workbook. */
import { statSync } from 'node:fs'
import type { ReadSettings } from '../../../contract/import-settings.ts'
import type { Finding } from '../../../contract/importing.ts'
import { SAMPLE_BYTES } from '../limits.ts'
import type { WorkbookRequest, WorkbookText } from '../workbook/convert-workbook.ts'
import { createWorkbookStore, type StoredText } from '../workbook/workbook-store.ts'
import { type ByteSource, openByteSource, readBytes } from './byte-source.ts'
import { isWorkbook } from './file-signatures.ts'
import { hasWorkbookName, type OpenedFile, openText } from './open-text.ts'

/** Turns a sheet into text; `signal` ends it with a refusal. */
export type ConvertWorkbook = (request: WorkbookRequest, signal: AbortSignal) => Promise<WorkbookText>

export interface FileOpener {
  /** Opens a file; refuses in a sentence what cannot be read. The caller closes the source. */
  open(path: string, read: ReadSettings, signal: AbortSignal): Promise<OpenedFile>
  /** Lets go of the text of the workbook read last. */
  close(): void
}

/** An opener that keeps the text of one workbook, as a person looks at a file several times before it is imported. */
export function createFileOpener(dataDir: string, convert: ConvertWorkbook): FileOpener {
  const store = createWorkbookStore(dataDir)
  return {
    async open(path, read, signal) {
      const raw = openByteSource(path)
      try {
        if (!isWorkbook(readBytes(raw, 0, SAMPLE_BYTES))) return openText(raw, read)
        const { sheet } = read
        const { size, mtimeMs, ino } = statSync(path)
        const key = JSON.stringify([path, size, mtimeMs, ino, sheet])
        const stored = await store.get(key, (file) => convert({ path, sheet, file }, signal), signal)
        raw.close()
        return workbookFile(raw, stored)
      } catch (error) {
        raw.close()
        throw error
      }
    },
    close: () => store.close(),
  }
}

function workbookFile({ fileName, bytes: fileBytes }: ByteSource, { text, source }: StoredText): OpenedFile {
  return {
    source: source(fileName),
    fileBytes,
    kind: 'workbook',
    encoding: 'utf-8',
    encodingCertain: true,
    sheets: text.sheets,
    sheet: text.sheet,
    findings: [...csvName(fileName), ...text.findings],
    questions: text.questions,
  }
}

function csvName(fileName: string): Finding[] {
  if (hasWorkbookName(fileName)) return []
  const message = 'The file is an Excel workbook in spite of its name; it was read as one.'
  return [{ code: 'opened_as_xlsx', message }]
}
