/** What each method of the contract does: one entry per method, the compiler sees to it. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { z } from 'zod'
import type { AppInfo, Workspace } from '../../contract/app-info.ts'
import type { ImportProgress } from '../../contract/importing.ts'
import type { AppEvent, Method, Responses, requests } from '../../contract/methods.ts'
import type { Engine } from '../../engine/engine.ts'
import type { FileTickets } from './file-tickets.ts'
import type { Jobs } from './jobs.ts'
import type { Workspaces } from './workspaces.ts'

/** The engine's methods, as far as windows use them. */
export type AppEngine = Pick<
  Engine,
  | 'manifest'
  | 'previewLead'
  | 'saveLead'
  | 'overview'
  | 'listLeads'
  | 'getLead'
  | 'exportLeads'
  | 'inspectFile'
  | 'importFile'
  | 'models'
  | 'health'
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
  /** Puts a text on the system's clipboard. */
  readonly writeClipboard: (text: string) => void
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
  const { workspaces, tickets, jobs, dialogs, tell } = parts
  const engine = () => workspaces.engine()
  return {
    describeApp: async () => describeApp(parts, await engine()),
    openWorkspace: ({ workspace }) => openWorkspace(parts, workspace),
    previewLead: async ({ fields }) => (await engine()).previewLead(fields),
    saveLead: async ({ fields, identity }) => {
      const saved = await (await engine()).saveLead(fields, identity)
      tell({ kind: 'historyChanged' })
      return saved
    },
    historyOverview: async () => (await engine()).overview(),
    listLeads: async (query) => (await engine()).listLeads(query),
    getLead: async ({ id }) => (await engine()).getLead(id),
    exportLeads: async (filter) => {
      const path = await dialogs.chooseExportFile('leads.csv')
      if (path === null) return null
      const open = await engine()
      return jobs.run(randomUUID(), (signal) => open.exportLeads(filter, path, { signal }))
    },
    chooseFile: async () => {
      const path = await dialogs.chooseFile()
      return path === null ? null : tickets.issue(path)
    },
    sampleFile: () => tickets.issue(join(parts.resourcesDir, 'samples', 'leads-50.csv')),
    registerDrop: ({ path }) => tickets.issue(path),
    inspectFile: async ({ ticket }) => (await engine()).inspectFile(tickets.pathOf(ticket)),
    startImport: (request) => startImport(parts, request),
    cancelJob: async ({ job }) => ({ stopped: jobs.cancel(job) }),
    listModels: async () => (await engine()).models(),
    health: async () => (await engine()).health(),
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

async function startImport(
  { workspaces, tickets, jobs, tell }: HandlerParts,
  { ticket, job, mapping }: CheckedRequest<'startImport'>,
): Promise<Responses['startImport']> {
  const path = tickets.pathOf(ticket)
  // Before the job begins: changing the workspace waits for jobs, so a job must not wait for a workspace.
  const engine = await workspaces.engine()
  return jobs.run(job, (signal) => {
    const onProgress = (progress: ImportProgress) => tell({ kind: 'importProgress', progress })
    // Also when it fails half-way: the rows that were committed are in the history.
    return engine
      .importFile(path, mapping, { job, signal, onProgress })
      .finally(() => tell({ kind: 'historyChanged' }))
  })
}
