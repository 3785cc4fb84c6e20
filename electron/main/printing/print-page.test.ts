import { beforeEach, expect, test, vi } from 'vitest'

const made = vi.hoisted(() => ({
  windows: [] as object[],
  loadURL: vi.fn(),
  printToPDF: vi.fn(),
  destroy: vi.fn(),
}))
vi.mock('electron', () => ({
  BrowserWindow: class {
    webContents = { printToPDF: made.printToPDF }
    loadURL = made.loadURL
    destroy = made.destroy
    constructor(options: object) {
      made.windows.push(options)
    }
  },
}))
const { printPage } = await import('./print-page.ts')

beforeEach(() => {
  vi.resetAllMocks()
  made.windows.length = 0
})

test('the page is printed in a hidden window without scripts and without the bridge', async () => {
  made.printToPDF.mockResolvedValue(Buffer.from('%PDF-'))
  expect(await printPage('<p>größer')).toEqual(Buffer.from('%PDF-'))
  expect(made.windows).toEqual([
    {
      show: false,
      webPreferences: expect.objectContaining({ javascript: false, sandbox: true, nodeIntegration: false }),
    },
  ])
  expect(made.windows[0]).not.toHaveProperty('webPreferences.preload')
  const [address] = made.loadURL.mock.calls[0] as [string]
  expect(await (await fetch(address)).text()).toBe('<p>größer')
  expect(made.destroy).toHaveBeenCalledOnce()
})

test('no window is left when printing fails', async () => {
  made.printToPDF.mockRejectedValue(new Error('no printer driver'))
  await expect(printPage('<p>')).rejects.toThrow('no printer driver')
  expect(made.destroy).toHaveBeenCalledOnce()
})
