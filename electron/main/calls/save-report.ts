/** Saving a report: the user says where, the engine makes and writes it, main prints it where it is to be a PDF. */
import type { DriftRequest, ReportFormat } from '../../contract/drift.ts'
import type { SavedFile } from '../../contract/methods.ts'
import type { Engine } from '../../engine/engine.ts'
import { dayOf } from '../../engine/monitoring/windows/window-range.ts'

/** The engine's methods, as far as reports use them. */
export type ReportEngine = Pick<Engine, 'saveReport' | 'reportPage' | 'savePrinted'>

/** What saving works with. */
export interface ReportParts {
  readonly engine: () => Promise<ReportEngine>
  readonly chooseFile: (suggestedName: string) => Promise<string | null>
  /** Turns a page of HTML into a PDF. */
  readonly printPage: (html: string) => Promise<Uint8Array>
  readonly nowMs: () => number
}

/** What is to be saved, and as what. */
export interface ReportWish {
  readonly request: DriftRequest
  readonly format: ReportFormat
}

/** Saves a report; null when the user closes the dialog. */
export async function saveReport(
  parts: ReportParts,
  { request, format }: ReportWish,
): Promise<SavedFile | null> {
  const path = await parts.chooseFile(`Leadlight report ${dayOf(parts.nowMs())}.${format}`)
  if (path === null) return null
  const engine = await parts.engine()
  if (format !== 'pdf') return engine.saveReport(request, format, path)
  return engine.savePrinted(await parts.printPage(await engine.reportPage(request)), path)
}
