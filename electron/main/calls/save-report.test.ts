import { expect, test, vi } from 'vitest'
import { type ReportEngine, saveReport } from './save-report.ts'

const request = { window: { kind: 'all' }, baseline: { kind: 'reference' }, rule: 'size-aware' } as const

function parts(chosen: string | null) {
  const engine = {
    saveReport: vi.fn<ReportEngine['saveReport']>(async (_request, format) => ({ fileName: `r.${format}` })),
    reportPage: vi.fn<ReportEngine['reportPage']>(async () => '<p>report'),
    savePrinted: vi.fn<ReportEngine['savePrinted']>(async () => ({ fileName: 'r.pdf' })),
  }
  return {
    used: engine,
    engine: async () => engine,
    chooseFile: vi.fn(async () => chosen),
    printPage: vi.fn(async () => Buffer.from('%PDF-')),
    nowMs: () => new Date(2026, 10, 21, 23, 59).getTime(),
  }
}

test.each(['html', 'csv'] as const)('%s is made and written by the engine', async (format) => {
  const all = parts(`/home/me/r.${format}`)
  expect(await saveReport(all, { request, format })).toEqual({ fileName: `r.${format}` })
  expect(all.chooseFile).toHaveBeenCalledWith(`Leadlight report 2026-11-21.${format}`)
  expect(all.used.saveReport).toHaveBeenCalledWith(request, format, `/home/me/r.${format}`)
  expect(all.printPage).not.toHaveBeenCalled()
})

test('a PDF is the page, printed, written by the engine', async () => {
  const all = parts('/home/me/r.pdf')
  expect(await saveReport(all, { request, format: 'pdf' })).toEqual({ fileName: 'r.pdf' })
  expect(all.used.reportPage).toHaveBeenCalledWith(request)
  expect(all.printPage).toHaveBeenCalledWith('<p>report')
  expect(all.used.savePrinted).toHaveBeenCalledWith(Buffer.from('%PDF-'), '/home/me/r.pdf')
})

test('nothing is made when the user closes the dialog', async () => {
  const all = parts(null)
  expect(await saveReport(all, { request, format: 'pdf' })).toBeNull()
  expect(all.used.reportPage).not.toHaveBeenCalled()
})
