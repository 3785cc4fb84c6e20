import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { type HardenedContents, hardenContents } from './harden-contents.ts'
import { pageAddress } from './page-address.ts'

const setWindowOpenHandler = vi.fn()
const openOutside = vi.fn()
let contents: EventEmitter

beforeEach(() => {
  vi.clearAllMocks()
  contents = Object.assign(new EventEmitter(), { setWindowOpenHandler })
  const page = pageAddress({ isPackaged: true, developmentUrl: undefined })
  hardenContents(contents as unknown as HardenedContents, page, openOutside)
})

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s leads nowhere but to the app',
  (name) => {
    const prevents = (url: string) => {
      const event = { url, preventDefault: vi.fn() }
      contents.emit(name, event)
      return event.preventDefault.mock.calls.length > 0
    }
    expect(prevents('app://leadlight/index.html')).toBe(false)
    for (const url of ['https://example.com/', 'file:///dropped.csv', 'data:text/html,x', 'app://other/']) {
      expect(prevents(url)).toBe(true)
    }
  },
)

test('no window is ever opened, whatever its address', () => {
  const [handler] = setWindowOpenHandler.mock.lastCall ?? []
  for (const url of ['https://example.com/', 'app://leadlight/index.html', 'about:blank']) {
    expect(handler({ url })).toEqual({ action: 'deny' })
  }
  expect(openOutside).toHaveBeenCalledWith('https://example.com/')
})

test('no web view is attached', () => {
  const event = { preventDefault: vi.fn() }
  contents.emit('will-attach-webview', event)
  expect(event.preventDefault).toHaveBeenCalled()
})
