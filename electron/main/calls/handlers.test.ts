import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../contract/import-settings.ts'
import type { AppEvent } from '../../contract/methods.ts'
import { createFileTickets } from './file-tickets.ts'
import { type AppEngine, createHandlers } from './handlers.ts'
import { createJobs } from './jobs.ts'
import { createWorkspaces } from './workspaces.ts'

const JOB = '00000000-0000-4000-8000-000000000009'

let resourcesDir: string
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'leadlight-handlers-data-'))
  resourcesDir = mkdtempSync(join(tmpdir(), 'leadlight-handlers-'))
  mkdirSync(join(resourcesDir, 'samples'))
  writeFileSync(join(resourcesDir, 'samples/leads-50.csv'), 'name\n')
})
afterEach(() => {
  rmSync(resourcesDir, { recursive: true })
  rmSync(dataDir, { recursive: true })
})

function app() {
  const engine = {
    manifest: { name: 'demo' },
    saveLead: vi.fn<AppEngine['saveLead']>(),
    importFile: vi.fn<AppEngine['importFile']>(),
    inspectFile: vi.fn<AppEngine['inspectFile']>(),
    fileRows: vi.fn<AppEngine['fileRows']>(),
    checkFile: vi.fn<AppEngine['checkFile']>(),
    resumeImport: vi.fn<AppEngine['resumeImport']>(),
    undoBatch: vi.fn<AppEngine['undoBatch']>(),
    batch: vi.fn<AppEngine['batch']>(),
    exportRejects: vi.fn<AppEngine['exportRejects']>(),
    exportLeads: vi.fn<AppEngine['exportLeads']>(),
    saveChart: vi.fn<AppEngine['saveChart']>(),
    close: vi.fn(async () => undefined),
  }
  const told: AppEvent[] = []
  const dialogs = {
    chooseFile: vi.fn(async (): Promise<string | null> => null),
    chooseExportFile: vi.fn(async (): Promise<string | null> => null),
  }
  const jobs = createJobs()
  const writeClipboard = vi.fn()
  const watch = { soon: vi.fn(), noteScore: vi.fn() }
  const handlers = createHandlers({
    version: '1.2.3',
    platform: 'linux',
    resourcesDir,
    jobs,
    dialogs,
    writeClipboard,
    printPage: async () => Buffer.from('%PDF-'),
    nowMs: () => 0,
    watch,
    tickets: createFileTickets(),
    tell: (event) => void told.push(event),
    workspaces: createWorkspaces({
      dataDir,
      openEngine: async () => engine as unknown as AppEngine,
      beforeClose: () => jobs.cancelAll(),
    }),
  })
  return { engine, handlers, dialogs, told, watch, writeClipboard }
}

test('the app describes itself', async () => {
  expect(await app().handlers.describeApp({})).toEqual({
    version: '1.2.3',
    platform: 'linux',
    workspace: 'own',
    dataFolder: dataDir,
    manifest: { name: 'demo' },
  })
})

test('saving a lead tells the lists, after the commit', async () => {
  const { engine, handlers, told } = app()
  engine.saveLead.mockImplementation(async () => {
    expect(told).toEqual([])
    return { id: 7 } as Awaited<ReturnType<AppEngine['saveLead']>>
  })
  const identity = { name: 'Ada', company: null, email: null, link: null }
  expect(await handlers.saveLead({ fields: { a: 1 }, identity })).toEqual({ id: 7 })
  expect(engine.saveLead).toHaveBeenCalledWith({ a: 1 }, identity)
  expect(told).toEqual([{ kind: 'historyChanged' }])
})

test('alerts are looked at after an import, a failure, and now and then while leads are scored', async () => {
  const { engine, handlers, watch } = app()
  const identity = { name: 'Ada', company: null, email: null, link: null }
  engine.saveLead.mockResolvedValueOnce({ id: 7 } as Awaited<ReturnType<AppEngine['saveLead']>>)
  await handlers.saveLead({ fields: {}, identity })
  expect([watch.noteScore.mock.calls.length, watch.soon.mock.calls.length]).toEqual([1, 0])
  engine.saveLead.mockRejectedValueOnce(new Error('model broken'))
  await expect(handlers.saveLead({ fields: {}, identity })).rejects.toThrow('model broken')
  expect([watch.noteScore.mock.calls.length, watch.soon.mock.calls.length]).toEqual([1, 1])
  engine.importFile.mockResolvedValueOnce({} as Awaited<ReturnType<AppEngine['importFile']>>)
  const { ticket } = await handlers.sampleFile({})
  await handlers.startImport({ ticket, job: JOB, settings: DEFAULT_SETTINGS })
  expect(watch.soon).toHaveBeenCalledTimes(2)
})

test("an import runs on the ticket's file, passes progress on, tells of the history now and then, and can be cancelled", async () => {
  const { engine, handlers, told } = app()
  const job = '00000000-0000-4000-8000-000000000001'
  engine.importFile.mockImplementation(async (_path, _settings, { signal, onProgress }) => {
    for (const rows of [5, 10]) onProgress({ job, rows } as Parameters<typeof onProgress>[0])
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return { cancelled: true } as Awaited<ReturnType<AppEngine['importFile']>>
  })
  const { ticket } = await handlers.sampleFile({})
  const summary = handlers.startImport({ ticket, job, settings: DEFAULT_SETTINGS })
  await vi.waitFor(() => expect(told).toHaveLength(3))
  expect(await handlers.cancelJob({ job })).toEqual({ stopped: true })
  expect(await summary).toEqual({ cancelled: true })
  expect(engine.importFile.mock.lastCall?.[0]).toBe(join(resourcesDir, 'samples', 'leads-50.csv'))
  expect(told.map(({ kind }) => kind)).toEqual([
    'importProgress',
    'historyChanged',
    'importProgress',
    'historyChanged',
  ])
})

test('an import that fails still tells the lists: rows may have been committed', async () => {
  const { engine, handlers, told } = app()
  engine.importFile.mockRejectedValue(new Error('disk full'))
  const { ticket } = await handlers.sampleFile({})
  const job = '00000000-0000-4000-8000-000000000002'
  await expect(handlers.startImport({ ticket, job, settings: DEFAULT_SETTINGS })).rejects.toThrow('disk full')
  expect(told).toEqual([{ kind: 'historyChanged' }])
})

test('going to the other workspace stops an import first', async () => {
  const { engine, handlers } = app()
  const order: string[] = []
  engine.importFile.mockImplementation(async (_path, _settings, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    order.push('import stopped')
    return {} as Awaited<ReturnType<AppEngine['importFile']>>
  })
  engine.close.mockImplementation(async () => void order.push('engine closed'))
  const { ticket } = await handlers.sampleFile({})
  const summary = handlers.startImport({
    ticket,
    job: '00000000-0000-4000-8000-000000000003',
    settings: DEFAULT_SETTINGS,
  })
  await vi.waitFor(() => expect(engine.importFile).toHaveBeenCalled())
  expect((await handlers.openWorkspace({ workspace: 'demo' })).dataFolder).toBe(join(dataDir, 'demo'))
  await summary
  expect(order).toEqual(['import stopped', 'engine closed'])
})

test('a text goes to the clipboard as it is', async () => {
  const { handlers, writeClipboard } = app()
  expect(await handlers.copyText({ text: ' robin@example.com' })).toEqual({ copied: true })
  expect(writeClipboard).toHaveBeenCalledExactlyOnceWith(' robin@example.com')
})

test('a closed dialog is no file, and no export', async () => {
  const { engine, handlers } = app()
  expect(await handlers.chooseFile({})).toBeNull()
  expect(await handlers.exportLeads({ order: 'best' })).toBeNull()
  expect(engine.exportLeads).not.toHaveBeenCalled()
})

test('an export goes where the user said, and the window never sees the path', async () => {
  const { engine, handlers, dialogs } = app()
  dialogs.chooseExportFile.mockResolvedValue('/home/me/best.csv')
  engine.exportLeads.mockResolvedValue({ fileName: 'best.csv', rows: 3 })
  expect(await handlers.exportLeads({ order: 'best', bands: ['hot'] })).toEqual({
    fileName: 'best.csv',
    rows: 3,
  })
  expect(engine.exportLeads).toHaveBeenCalledWith(
    { order: 'best', bands: ['hot'] },
    '/home/me/best.csv',
    expect.anything(),
  )
})

test('a file that was never chosen cannot be inspected', async () => {
  const { engine, handlers } = app()
  await expect(
    handlers.inspectFile({ ticket: '00000000-0000-4000-8000-000000000004', settings: DEFAULT_SETTINGS }),
  ).rejects.toMatchObject({
    error: { code: 'ticket_unknown' },
  })
  expect(engine.inspectFile).not.toHaveBeenCalled()
})

test('pasted cells are a file from then on, and the window sees only its name', async () => {
  const { engine, handlers } = app()
  const issued = await handlers.pasteTable({ text: 'name\tjobtitle\nRobin\tBuyer' })
  expect(issued.fileName).toBe('Pasted cells.tsv')
  expect(JSON.stringify(issued)).not.toContain(dataDir)
  await handlers.inspectFile({ ticket: issued.ticket, settings: DEFAULT_SETTINGS })
  const path = engine.inspectFile.mock.lastCall?.[0] ?? ''
  expect(path.startsWith(dataDir)).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('name\tjobtitle\nRobin\tBuyer')
})

test('a check stores nothing: the lists are not told', async () => {
  const { engine, handlers, told } = app()
  engine.checkFile.mockImplementation(async (_path, _settings, { job, onProgress }) => {
    onProgress({ job, phase: 'checking' } as Parameters<typeof onProgress>[0])
    return { outcome: 'accept' } as Awaited<ReturnType<AppEngine['checkFile']>>
  })
  const { ticket } = await handlers.sampleFile({})
  await handlers.checkFile({ ticket, job: JOB, settings: DEFAULT_SETTINGS })
  expect(told.map(({ kind }) => kind)).toEqual(['importProgress'])
})

test('a check can be cancelled', async () => {
  const { engine, handlers } = app()
  engine.checkFile.mockImplementation(async (_path, _settings, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return { cancelled: true } as Awaited<ReturnType<AppEngine['checkFile']>>
  })
  const { ticket } = await handlers.sampleFile({})
  const report = handlers.checkFile({ ticket, job: JOB, settings: DEFAULT_SETTINGS })
  await vi.waitFor(() => expect(engine.checkFile).toHaveBeenCalled())
  await handlers.cancelJob({ job: JOB })
  expect(await report).toEqual({ cancelled: true })
})

test('an import goes on where its file was, or where the user says it is now', async () => {
  const { engine, handlers, told } = app()
  engine.resumeImport.mockResolvedValue({} as Awaited<ReturnType<AppEngine['resumeImport']>>)
  await handlers.resumeImport({ batch: 3, job: JOB })
  expect(engine.resumeImport).toHaveBeenLastCalledWith(3, null, expect.anything())
  const { ticket } = await handlers.sampleFile({})
  await handlers.resumeImport({ batch: 3, job: JOB, ticket })
  const moved = join(resourcesDir, 'samples', 'leads-50.csv')
  expect(engine.resumeImport).toHaveBeenLastCalledWith(3, moved, expect.anything())
  expect(told.map(({ kind }) => kind)).toEqual(['historyChanged', 'historyChanged'])
})

test('an undo tells the lists, also when it fails', async () => {
  const { engine, handlers, told } = app()
  engine.undoBatch.mockRejectedValue(new Error('disk full'))
  await expect(handlers.undoImport({ batch: 3, job: JOB })).rejects.toThrow('disk full')
  expect(engine.undoBatch).toHaveBeenCalledWith(3, expect.objectContaining({ job: JOB }))
  expect(told).toEqual([{ kind: 'historyChanged' }])
})

test('rejected rows go where the user said, under a name that says what they are', async () => {
  const { engine, handlers, dialogs } = app()
  engine.batch.mockResolvedValue({ fileName: 'leads.xlsx' } as Awaited<ReturnType<AppEngine['batch']>>)
  expect(await handlers.saveRejects({ batch: 3 })).toBeNull()
  expect(dialogs.chooseExportFile).toHaveBeenLastCalledWith('leads - rejected rows.csv')
  expect(engine.exportRejects).not.toHaveBeenCalled()
  dialogs.chooseExportFile.mockResolvedValue('/home/me/rejected.csv')
  engine.exportRejects.mockResolvedValue({ fileName: 'rejected.csv', rows: 2 })
  expect(await handlers.saveRejects({ batch: 3 })).toEqual({ fileName: 'rejected.csv', rows: 2 })
  expect(engine.exportRejects).toHaveBeenCalledWith(3, '/home/me/rejected.csv')
})

test('a chart goes where the user said, as the bytes of its picture', async () => {
  const { engine, handlers, dialogs } = app()
  const chart = { name: 'scores', png: 'iVBORw==' }
  expect(await handlers.saveChart(chart)).toBeNull()
  expect(dialogs.chooseExportFile).toHaveBeenLastCalledWith('scores.png')
  expect(engine.saveChart).not.toHaveBeenCalled()
  dialogs.chooseExportFile.mockResolvedValue('/home/me/scores.png')
  engine.saveChart.mockResolvedValue({ fileName: 'scores.png' })
  expect(await handlers.saveChart(chart)).toEqual({ fileName: 'scores.png' })
  expect(engine.saveChart).toHaveBeenCalledWith(Buffer.from([0x89, 0x50, 0x4e, 0x47]), '/home/me/scores.png')
})
