import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AppEvent } from '../../contract/methods.ts'
import { createFileTickets } from './file-tickets.ts'
import { type AppEngine, createHandlers } from './handlers.ts'
import { createJobs } from './jobs.ts'
import { createWorkspaces } from './workspaces.ts'

let resourcesDir: string
beforeEach(() => {
  resourcesDir = mkdtempSync(join(tmpdir(), 'leadlight-handlers-'))
  mkdirSync(join(resourcesDir, 'samples'))
  writeFileSync(join(resourcesDir, 'samples/leads-50.csv'), 'name\n')
})
afterEach(() => rmSync(resourcesDir, { recursive: true }))

function app() {
  const engine = {
    manifest: { name: 'demo' },
    saveLead: vi.fn<AppEngine['saveLead']>(),
    importFile: vi.fn<AppEngine['importFile']>(),
    inspectFile: vi.fn<AppEngine['inspectFile']>(),
    exportLeads: vi.fn<AppEngine['exportLeads']>(),
    close: vi.fn(async () => undefined),
  }
  const told: AppEvent[] = []
  const dialogs = {
    chooseFile: vi.fn(async (): Promise<string | null> => null),
    chooseExportFile: vi.fn(async (): Promise<string | null> => null),
  }
  const jobs = createJobs()
  const writeClipboard = vi.fn()
  const handlers = createHandlers({
    version: '1.2.3',
    platform: 'linux',
    resourcesDir,
    jobs,
    dialogs,
    writeClipboard,
    tickets: createFileTickets(),
    tell: (event) => void told.push(event),
    workspaces: createWorkspaces({
      dataDir: '/data',
      openEngine: async () => engine as unknown as AppEngine,
      beforeClose: () => jobs.cancelAll(),
    }),
  })
  return { engine, handlers, dialogs, told, writeClipboard }
}

test('the app describes itself', async () => {
  expect(await app().handlers.describeApp({})).toEqual({
    version: '1.2.3',
    platform: 'linux',
    workspace: 'own',
    dataFolder: '/data',
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

test("an import runs on the ticket's file, passes progress on, and can be cancelled", async () => {
  const { engine, handlers, told } = app()
  const job = '00000000-0000-4000-8000-000000000001'
  engine.importFile.mockImplementation(async (_path, _mapping, { signal, onProgress }) => {
    onProgress({ job, rows: 5 } as Parameters<typeof onProgress>[0])
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return { cancelled: true } as Awaited<ReturnType<AppEngine['importFile']>>
  })
  const { ticket } = await handlers.sampleFile({})
  const summary = handlers.startImport({ ticket, job, mapping: [] })
  await vi.waitFor(() => expect(told).toHaveLength(1))
  expect(await handlers.cancelJob({ job })).toEqual({ stopped: true })
  expect(await summary).toEqual({ cancelled: true })
  expect(engine.importFile.mock.lastCall?.[0]).toBe(join(resourcesDir, 'samples', 'leads-50.csv'))
  expect(told.map(({ kind }) => kind)).toEqual(['importProgress', 'historyChanged'])
})

test('an import that fails still tells the lists: rows may have been committed', async () => {
  const { engine, handlers, told } = app()
  engine.importFile.mockRejectedValue(new Error('disk full'))
  const { ticket } = await handlers.sampleFile({})
  const job = '00000000-0000-4000-8000-000000000002'
  await expect(handlers.startImport({ ticket, job, mapping: [] })).rejects.toThrow('disk full')
  expect(told).toEqual([{ kind: 'historyChanged' }])
})

test('going to the other workspace stops an import first', async () => {
  const { engine, handlers } = app()
  const order: string[] = []
  engine.importFile.mockImplementation(async (_path, _mapping, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    order.push('import stopped')
    return {} as Awaited<ReturnType<AppEngine['importFile']>>
  })
  engine.close.mockImplementation(async () => void order.push('engine closed'))
  const { ticket } = await handlers.sampleFile({})
  const summary = handlers.startImport({ ticket, job: '00000000-0000-4000-8000-000000000003', mapping: [] })
  await vi.waitFor(() => expect(engine.importFile).toHaveBeenCalled())
  expect((await handlers.openWorkspace({ workspace: 'demo' })).dataFolder).toBe(join('/data', 'demo'))
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
    handlers.inspectFile({ ticket: '00000000-0000-4000-8000-000000000004' }),
  ).rejects.toMatchObject({
    error: { code: 'ticket_unknown' },
  })
  expect(engine.inspectFile).not.toHaveBeenCalled()
})
