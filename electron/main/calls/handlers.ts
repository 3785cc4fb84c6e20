/** What each method of the contract does: one entry per method, the compiler sees to it. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { z } from 'zod'
import type { AppInfo, Workspace } from '../../contract/app-info.ts'
import type { ExportSummary } from '../../contract/history.ts'
import type { ImportProgress } from '../../contract/importing.ts'
import type { AppEvent, Method, Responses, requests } from '../../contract/methods.ts'
import type { Engine } from '../../engine/engine.ts'
import type { AlertWatch } from '../alerts/alert-watch.ts'
import { atMostEvery } from './at-most-every.ts'
import type { FileTickets } from './file-tickets.ts'
import type { Jobs } from './jobs.ts'
import { createMonitorHandlers, type MonitorEngine } from './monitor-handlers.ts'
import { savePastedTable } from './pasted-tables.ts'
import { rejectsFileName } from './rejects-file-name.ts'
import { type ReportEngine, type ReportParts, saveReport } from './save-report.ts'
import type { Workspaces } from './workspaces.ts'

/** The engine's methods, as far as windows use them. */
export type AppEngine = MonitorEngine &
  ReportEngine &
  Pick<
    Engine,
    | 'manifest'
    | 'previewLead'
    | 'saveLead'
    | 'overview'
    | 'listLeads'
    | 'getLead'
    | 'exportLeads'
    | 'inspectFile'
    | 'fileRows'
    | 'checkFile'
    | 'importFile'
    | 'resumeImport'
    | 'undoBatch'
    | 'batches'
    | 'batch'
    | 'exportRejects'
    | 'models'
    | 'health'
    | 'saveChart'
    | 'close'
  >

/** The system's file dialogs; null when the user closes one. */
export interface FileDialogs {
  chooseFile(): Promise<string | null>
  chooseExportFile(suggestedName: string): Promise<string | null>
}

/** What the handlers work with. */
export interface HandlerParts {
  readonly version: string
  readonly platform: string
  readonly resourcesDir: string
  readonly workspaces: Workspaces<AppEngine>
  readonly tickets: FileTickets
  readonly jobs: Jobs
  readonly dialogs: FileDialogs
  readonly printPage: ReportParts['printPage']
  readonly nowMs: () => number
  /** Puts a text on the system's clipboard. */
  readonly writeClipboard: (text: string) => void
  /** Asks the rules of alerts after what may have changed their answer. */
  readonly watch: Pick<AlertWatch, 'soon' | 'noteScore'>
  /** Tells every window. */
  readonly tell: (event: AppEvent) => void
}

/** A method's request after its schema has read it. */
export type CheckedRequest<M extends Method> = z.output<(typeof requests)[M]>

/** One handler per method. */
export type Handlers = {
  readonly [M in Method]: (request: CheckedRequest<M>) => Promise<Responses[M]>
}

/** Makes the handlers. Everything they refuse is a `Refusal`; the gate turns it into a `Result`. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { workspaces, tickets, jobs, dialogs, watch, tell } = parts
  const engine = () => workspaces.engine()
  return {
    ...createMonitorHandlers({ engine, jobs, watch, tell }),
    describeApp: async () => describeApp(parts, await engine()),
    openWorkspace: ({ workspace }) => openWorkspace(parts, workspace),
    previewLead: async ({ fields }) => (await engine()).previewLead(fields),
    saveLead: async ({ fields, identity }) => {
      const saved = await (await engine()).saveLead(fields, identity).catch((error) => {
        // Also what the user got wrong: whether it counts is for the rules to say.
        watch.soon()
        throw error
      })
      watch.noteScore()
      tell({ kind: 'historyChanged' })
      return saved
    },
    historyOverview: async () => (await engine()).overview(),
    listLeads: async (query) => (await engine()).listLeads(query),
    getLead: async ({ id }) => (await engine()).getLead(id),
    exportLeads: async (filter) => {
      const path = await dialogs.chooseExportFile('leads.csv')
      if (path === null) return null
      return jobs.run(randomUUID(), engine, (open, signal) => open.exportLeads(filter, path, { signal }))
    },
    chooseFile: async () => {
      const path = await dialogs.chooseFile()
      return path === null ? null : tickets.issue(path)
    },
    sampleFile: () => tickets.issue(join(parts.resourcesDir, 'samples', 'leads-50.csv')),
    registerDrop: ({ path }) => tickets.issue(path),
    pasteTable: async ({ text }) => {
      // The engine makes the data folder, with its rights.
      await engine()
      return tickets.issue(await savePastedTable(workspaces.current().dataDir, text))
    },
    inspectFile: async ({ ticket, settings }) =>
      (await engine()).inspectFile(tickets.pathOf(ticket), settings),
    fileRows: async ({ ticket, settings, rows }) =>
      (await engine()).fileRows(tickets.pathOf(ticket), settings, rows),
    checkFile: ({ ticket, job, settings }) => {
      const path = tickets.pathOf(ticket)
      return runJob(parts, job, (open, options) => open.checkFile(path, settings, options))
    },
    startImport: ({ ticket, job, settings }) => {
      const path = tickets.pathOf(ticket)
      return changeHistory(parts, job, (open, options) => open.importFile(path, settings, options))
    },
    resumeImport: ({ batch, job, ticket }) => {
      const path = ticket === undefined ? null : tickets.pathOf(ticket)
      return changeHistory(parts, job, (open, options) => open.resumeImport(batch, path, options))
    },
    undoImport: ({ batch, job }) =>
      changeHistory(parts, job, (open, options) => open.undoBatch(batch, options)),
    listBatches: async () => (await engine()).batches(),
    getBatch: async ({ batch }) => (await engine()).batch(batch),
    saveRejects: ({ batch }) => saveRejects(parts, batch),
    cancelJob: async ({ job }) => ({ stopped: jobs.cancel(job) }),
    listModels: async () => (await engine()).models(),
    health: async () => (await engine()).health(),
    saveReport: (wish) => saveReport({ ...parts, engine, chooseFile: dialogs.chooseExportFile }, wish),
    saveChart: async ({ name, png }) => {
      const path = await dialogs.chooseExportFile(`${name}.png`)
      return path === null ? null : (await engine()).saveChart(Buffer.from(png, 'base64'), path)
    },
    copyText: async ({ text }) => {
      parts.writeClipboard(text)
      return { copied: true }
    },
  }
}

function describeApp({ version, platform, workspaces }: HandlerParts, engine: AppEngine): AppInfo {
  const { workspace, dataDir } = workspaces.current()
  return { version, platform, workspace, dataFolder: dataDir, manifest: engine.manifest }
}

async function openWorkspace(parts: HandlerParts, workspace: Workspace): Promise<AppInfo> {
  const engine = await parts.workspaces.open(workspace)
  parts.tell({ kind: 'historyChanged' })
  return describeApp(parts, engine)
}

/** What long work is given: its id, how it is stopped, and where it says how far it is. */
interface JobOptions {
  readonly job: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

type JobWork<T> = (engine: AppEngine, options: JobOptions) => Promise<T>

/** Runs long work of the engine under the window's id and passes its progress on. */
function runJob<T>({ workspaces, jobs, tell }: HandlerParts, job: string, work: JobWork<T>): Promise<T> {
  const onProgress = (progress: ImportProgress) => tell({ kind: 'importProgress', progress })
  return jobs.run(job, workspaces.engine, (engine, signal) => work(engine, { job, signal, onProgress }))
}

/** Counts on screen follow an import this closely. */
const TELL_CHANGES_MS = 2000

/** The same for work that changes the history, also when it fails half-way: what was committed is there. */
function changeHistory<T>(parts: HandlerParts, job: string, work: JobWork<T>): Promise<T> {
  const tellChanged = () => parts.tell({ kind: 'historyChanged' })
  const tellNowAndThen = atMostEvery(TELL_CHANGES_MS, tellChanged)
  return runJob(parts, job, (engine, options) => {
    const onProgress = (progress: ImportProgress) => {
      options.onProgress(progress)
      tellNowAndThen()
    }
    return work(engine, { ...options, onProgress }).finally(() => {
      tellChanged()
      parts.watch.soon()
    })
  })
}

async function saveRejects(
  { workspaces, dialogs }: HandlerParts,
  batch: number,
): Promise<ExportSummary | null> {
  const engine = await workspaces.engine()
  const { fileName } = await engine.batch(batch)
  const path = await dialogs.chooseExportFile(rejectsFileName(fileName))
  return path === null ? null : engine.exportRejects(batch, path)
}
