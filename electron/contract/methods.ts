/**
 * The contract between window and main: one line per method. The request is checked by its schema in the gate; the
 * response is a `Result` of the type named here.
 */
import { z } from 'zod'
import { type Alert, type MonitorSettings, monitorSettingsSchema } from './alerts.ts'
import type { AppInfo, ModelInfo } from './app-info.ts'
import {
  type DriftReport,
  driftRequestSchema,
  reportFormatSchema,
  type Timeline,
  timelineRequestSchema,
} from './drift.ts'
import {
  type Batch,
  type ExportSummary,
  type Health,
  type HistoryOverview,
  type LeadDetail,
  type LeadPage,
  leadFilterSchema,
  leadOrderSchema,
  leadQuerySchema,
} from './history.ts'
import {
  type BatchDetail,
  type CheckReport,
  type FileInspection,
  type FileRow,
  type ImportSummary,
  importSettingsSchema,
  type UndoSummary,
} from './importing.ts'
import { identitySchema, leadFieldsSchema, type Preview, type Saved } from './lead.ts'
import { type HealthReport, type LatencyReport, latencyRequestSchema } from './performance.ts'
import type { Result } from './result.ts'

/** A file the user chose or dropped; main keeps the path, the window only this. */
export interface FileTicket {
  readonly ticket: string
  readonly fileName: string
}

/** A file that was written where the user said. */
export interface SavedFile {
  readonly fileName: string
}

const nothing = z.strictObject({})
const ticket = z.string().regex(/^[0-9a-f-]{36}$/)
const job = z.string().regex(/^[0-9a-f-]{36}$/)
const batch = z.int().min(1)
const alert = z.int().min(1)
const settings = importSettingsSchema

/** Request schema of every method, by name. */
export const requests = {
  describeApp: nothing,
  openWorkspace: z.strictObject({ workspace: z.enum(['own', 'demo']) }),
  previewLead: z.strictObject({ fields: leadFieldsSchema }),
  saveLead: z.strictObject({ fields: leadFieldsSchema, identity: identitySchema }),
  historyOverview: nothing,
  listLeads: leadQuerySchema,
  getLead: z.strictObject({ id: z.int().min(1) }),
  exportLeads: leadFilterSchema.extend({ order: leadOrderSchema }),
  /** Opens the system's file dialog; null when the user closes it. */
  chooseFile: nothing,
  /** The sample file that ships with the app. */
  sampleFile: nothing,
  /** Sent by the preload for a dropped File object; a page cannot name a path. */
  registerDrop: z.strictObject({ path: z.string().min(1).max(4096) }),
  /** Cells copied from a spreadsheet: a file from here on. */
  pasteTable: z.strictObject({ text: z.string().min(1).max(50_000_000) }),
  inspectFile: z.strictObject({ ticket, settings }),
  /** Rows of a file as they stand, by their numbers. */
  fileRows: z.strictObject({ ticket, settings, rows: z.array(z.int().min(1)).min(1).max(100) }),
  /** Reads all rows and stores none. Cancelled with `cancelJob`. */
  checkFile: z.strictObject({ ticket, job, settings }),
  startImport: z.strictObject({ ticket, job, settings }),
  /** Goes on with an import that stopped; `ticket` where the file has moved. */
  resumeImport: z.strictObject({ batch, job, ticket: ticket.optional() }),
  undoImport: z.strictObject({ batch, job }),
  /** Every import, the newest first. */
  listBatches: nothing,
  getBatch: z.strictObject({ batch }),
  /** Writes the rejected rows of an import to a file the user chooses, with a column for the reason. */
  saveRejects: z.strictObject({ batch }),
  cancelJob: z.strictObject({ job }),
  listModels: nothing,
  health: nothing,
  /** Leads and scores of a window against a baseline. This and the next two are cancelled with `cancelJob`, and then refused. */
  driftReport: driftRequestSchema.extend({ job: job.optional() }),
  driftTimeline: timelineRequestSchema.extend({ job: job.optional() }),
  latencyReport: latencyRequestSchema.extend({ job: job.optional() }),
  healthReport: nothing,
  /** Reads every page of the database; seconds for a million leads. Done once a day by itself. */
  checkIntegrity: nothing,
  /** Alerts that are there, the gravest first, then those that are over. */
  listAlerts: nothing,
  acknowledgeAlert: z.strictObject({ id: alert }),
  snoozeAlert: z.strictObject({ id: alert, hours: z.number().gt(0).max(8760) }),
  monitorSettings: nothing,
  saveMonitorSettings: monitorSettingsSchema,
  /** Back to the defaults. */
  restoreMonitorSettings: nothing,
  /** Writes a drift report, with speed and health, to a file the user chooses; null when the user closes the dialog. */
  saveReport: z.strictObject({ request: driftRequestSchema, format: reportFormatSchema }),
  /** Writes the picture of a chart to a file the user chooses; null when the user closes the dialog. */
  saveChart: z.strictObject({
    /** Begins the suggested file name. */
    name: z.string().min(1).max(200),
    png: z.base64().max(30_000_000),
  }),
  /** Puts a text on the system's clipboard, which a page of this app may not touch itself. */
  copyText: z.strictObject({ text: z.string().min(1).max(10_000) }),
} as const

/** Response type of every method, by name. */
export interface Responses {
  describeApp: AppInfo
  openWorkspace: AppInfo
  previewLead: Preview
  saveLead: Saved
  historyOverview: HistoryOverview
  listLeads: LeadPage
  getLead: LeadDetail
  exportLeads: ExportSummary | null
  chooseFile: FileTicket | null
  sampleFile: FileTicket
  registerDrop: FileTicket
  pasteTable: FileTicket
  inspectFile: FileInspection
  fileRows: readonly FileRow[]
  checkFile: CheckReport
  startImport: ImportSummary
  resumeImport: ImportSummary
  undoImport: UndoSummary
  listBatches: readonly Batch[]
  getBatch: BatchDetail
  saveRejects: ExportSummary | null
  cancelJob: { readonly stopped: boolean }
  listModels: readonly ModelInfo[]
  health: Health
  driftReport: DriftReport
  driftTimeline: Timeline
  latencyReport: LatencyReport
  healthReport: HealthReport
  checkIntegrity: NonNullable<HealthReport['integrity']>
  listAlerts: readonly Alert[]
  acknowledgeAlert: Alert
  snoozeAlert: Alert
  monitorSettings: MonitorSettings
  saveMonitorSettings: MonitorSettings
  restoreMonitorSettings: MonitorSettings
  saveReport: SavedFile | null
  saveChart: SavedFile | null
  copyText: { readonly copied: true }
}

/** The name of a method. */
export type Method = keyof typeof requests
/** What a method is asked with. */
export type Request<M extends Method> = z.input<(typeof requests)[M]>
/** The names of all methods. */
export const METHODS = Object.keys(requests) as readonly Method[]

/** What the preload puts on `window.leadlight`. */
export type Bridge = {
  readonly [M in Exclude<Method, 'registerDrop'>]: (request: Request<M>) => Promise<Result<Responses[M]>>
} & {
  /** Turns a dropped file into a ticket without showing its path to the page. */
  readonly dropFile: (file: File) => Promise<Result<FileTicket>>
  /** Calls back on every event; returns the way to stop. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
}

/** What main tells the window unasked. */
export type AppEvent =
  | { readonly kind: 'importProgress'; readonly progress: import('./importing.ts').ImportProgress }
  | { readonly kind: 'command'; readonly command: MenuCommand }
  /** Stored predictions changed: lists should ask again. */
  | { readonly kind: 'historyChanged' }
  /** Alerts were raised, seen again, dealt with, or are over. */
  | { readonly kind: 'alertsChanged' }

/** What the menu and its shortcuts ask of the window. */
export type MenuCommand =
  | 'show-score'
  | 'show-import'
  | 'show-leads'
  | 'show-monitor'
  | 'open-file'
  | 'new-lead'
  | 'export-leads'
  | 'find'

/** Channel names; one for calls, one for events. */
export const CALL_CHANNEL = 'leadlight:call'
/** The one channel by which main tells the window of events. */
export const EVENT_CHANNEL = 'leadlight:event'
