import { beforeEach, describe, expect, test, vi } from 'vitest'
import { CALL_CHANNEL, METHODS, type Method } from '../../contract/methods.ts'
import { refuse } from '../../contract/result.ts'
import { DEFAULT_THRESHOLDS } from '../../engine/monitoring/alerts/default-thresholds.ts'
import type { Handlers } from './handlers.ts'

const handle = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ ipcMain: { handle } }))
const { answerCall, installIpcGate } = await import('./ipc-gate.ts')

const run = vi.fn(async (_method: Method, _request: unknown): Promise<unknown> => 'answered')
const handlers = Object.fromEntries(
  METHODS.map((method) => [method, (request: unknown) => run(method, request)]),
) as unknown as Handlers

const uuid = '00000000-0000-4000-8000-000000000000'
const settings = { read: {}, mapping: null, duplicates: 'again', fixes: [] }
const identity = { name: null, company: null, email: null, link: null }

/** One request of each method that its schema takes. */
const taken: Readonly<Record<Method, object>> = {
  describeApp: {},
  openWorkspace: { workspace: 'demo' },
  previewLead: { fields: {} },
  saveLead: { fields: {}, identity },
  historyOverview: {},
  listLeads: { order: 'best', limit: 50 },
  getLead: { id: 1 },
  exportLeads: { order: 'best' },
  chooseFile: {},
  sampleFile: {},
  registerDrop: { path: '/tmp/leads.csv' },
  pasteTable: { text: 'name\tjobtitle\nRobin\tBuyer' },
  inspectFile: { ticket: uuid, settings },
  fileRows: { ticket: uuid, settings, rows: [1] },
  checkFile: { ticket: uuid, job: uuid, settings },
  startImport: { ticket: uuid, job: uuid, settings },
  resumeImport: { batch: 1, job: uuid, ticket: uuid },
  undoImport: { batch: 1, job: uuid },
  listBatches: {},
  getBatch: { batch: 1 },
  saveRejects: { batch: 1 },
  cancelJob: { job: uuid },
  listModels: {},
  health: {},
  driftReport: { window: { kind: 'all' }, baseline: { kind: 'reference' }, rule: 'size-aware' },
  driftTimeline: { step: 'week', rule: 'size-aware' },
  latencyReport: { window: { kind: 'last', count: 1000 } },
  healthReport: {},
  checkIntegrity: {},
  listAlerts: {},
  acknowledgeAlert: { id: 1 },
  snoozeAlert: { id: 1, hours: 8 },
  monitorSettings: {},
  saveMonitorSettings: { rule: 'evidently', thresholds: DEFAULT_THRESHOLDS, muted: ['model_age'] },
  restoreMonitorSettings: {},
  saveReport: {
    request: { window: { kind: 'days', days: 30 }, baseline: { kind: 'reference' }, rule: 'evidently' },
    format: 'pdf',
  },
  saveChart: { name: 'scores', png: 'iVBORw==' },
  copyText: { text: 'robin@example.com' },
}

beforeEach(() => run.mockClear())
const refusedCode = async (call: unknown, isTrusted = true) => {
  const result = await answerCall(call, isTrusted, handlers)
  expect(run).not.toHaveBeenCalled()
  return result.ok ? 'answered' : result.error.code
}

describe.each(METHODS)('%s', (method) => {
  test('is answered when its schema takes the request', async () => {
    expect(await answerCall({ method, request: taken[method] }, true, handlers)).toEqual({
      ok: true,
      value: 'answered',
    })
    expect(run).toHaveBeenCalledExactlyOnceWith(method, taken[method])
  })

  test('is refused to a foreign sender', async () => {
    expect(await refusedCode({ method, request: taken[method] }, false)).toBe('sender_not_trusted')
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', [taken[method]]],
    ['a function name', { toString: 'x' }],
    ['a key too many', { ...taken[method], extra: 1 }],
    ['a prototype key', JSON.parse('{"__proto__":{"polluted":1}}')],
    ['a constructor key', { ...taken[method], constructor: { prototype: {} } }],
  ])('is refused with %s for a request', async (_what, request) => {
    expect(await refusedCode({ method, request })).toBe('request_not_valid')
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})

describe('too much', () => {
  const long = (length: number) => 'x'.repeat(length)
  test.each<[string, Method, object]>([
    ['a text field of over a million characters', 'previewLead', { fields: { summary: long(1_000_001) } }],
    ['a field name of over 100 characters', 'previewLead', { fields: { [long(101)]: 1 } }],
    [
      'more than 500 fields',
      'previewLead',
      { fields: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`field${i}`, 1])) },
    ],
    ['a long name', 'saveLead', { fields: {}, identity: { ...identity, name: long(301) } }],
    ['a long search', 'listLeads', { order: 'best', limit: 50, search: long(201) }],
    ['too many leads at once', 'listLeads', { order: 'best', limit: 501 }],
    ['a long path', 'registerDrop', { path: long(4097) }],
    [
      'a mapping of more than 1,000 columns',
      'startImport',
      {
        ...taken.startImport,
        settings: {
          ...settings,
          mapping: Array(1001).fill({ column: 0, target: { kind: 'identity', name: 'name' } }),
        },
      },
    ],
    [
      'more than 10,000 corrected cells',
      'checkFile',
      {
        ...taken.checkFile,
        settings: { ...settings, fixes: Array(10_001).fill({ column: 0, from: 'a', to: 'b' }) },
      },
    ],
    [
      'an encoding nobody knows',
      'inspectFile',
      { ticket: uuid, settings: { ...settings, read: { encoding: 'x' } } },
    ],
    ['more than 100 rows of a file', 'fileRows', { ...taken.fileRows, rows: Array(101).fill(1) }],
    ['row 0 of a file', 'fileRows', { ...taken.fileRows, rows: [0] }],
    ['an empty paste', 'pasteTable', { text: '' }],
    ['a paste of over 50 million characters', 'pasteTable', { text: long(50_000_001) }],
    ['a batch that is none', 'undoImport', { batch: 0, job: uuid }],
    ['a path for a ticket', 'inspectFile', { ticket: '../../../../etc/passwd', settings }],
    ['a path to go on with', 'resumeImport', { batch: 1, job: uuid, ticket: '/etc/passwd' }],
    ['an id that is none', 'getLead', { id: '1; DROP TABLE prediction' }],
    [
      'a score that is not a number',
      'listLeads',
      { order: 'best', limit: 1, after: { score: Number.NaN, id: 1 } },
    ],
  ])('%s is refused', async (_what, method, request) => {
    expect(await refusedCode({ method, request })).toBe('request_not_valid')
  })
})

test.each([
  ['nothing', undefined],
  ['a text', 'describeApp'],
  ['an unknown method', { method: 'runSql', request: {} }],
  ['a method of every object', { method: 'constructor', request: {} }],
  ['the prototype', { method: '__proto__', request: {} }],
  ['a key too many', { method: 'health', request: {}, extra: 1 }],
])('a call that is %s is refused', async (_what, call) => {
  expect(await refusedCode(call)).toBe('request_not_valid')
})

test('what a person typed is not repeated in a refusal', async () => {
  const request = { fields: {}, identity: { ...identity, email: { secret: 'ada@example.com' } } }
  const result = await answerCall({ method: 'saveLead', request }, true, handlers)
  expect(JSON.stringify(result)).toContain('identity.email')
  expect(JSON.stringify(result)).not.toContain('ada@example.com')
})

test("a handler's refusal is the answer", async () => {
  run.mockImplementationOnce(async () => refuse('disk_full', 'The disk is full.', 'Free some space.'))
  expect(await answerCall({ method: 'health', request: {} }, true, handlers)).toEqual({
    ok: false,
    error: { code: 'disk_full', message: 'The disk is full.', hint: 'Free some space.' },
  })
})

test('a bug is answered in a sentence, and its place is noted', async () => {
  const noted = vi.spyOn(console, 'error').mockReturnValue()
  run.mockRejectedValueOnce(new TypeError('x is not a function'))
  const result = await answerCall({ method: 'health', request: {} }, true, handlers)
  expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(noted).toHaveBeenCalledOnce()
})

test('there is one channel, and it asks about the sender', async () => {
  installIpcGate(handlers, ({ senderFrame }) => senderFrame !== null)
  expect(handle).toHaveBeenCalledOnce()
  const [channel, listener] = handle.mock.lastCall ?? []
  expect(channel).toBe(CALL_CHANNEL)
  const call = { method: 'health', request: {} }
  expect(await listener({ senderFrame: null }, call)).toMatchObject({ ok: false })
  expect(await listener({ senderFrame: {} }, call)).toMatchObject({ ok: true })
})
