import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { pageAddress } from '../security/page-address.ts'
import type { TrustsSender } from './ipc-gate.ts'
import { createSenderTrust } from './trusts-sender.ts'

const contents = { id: 1 }
const known = { webContents: contents, isDestroyed: () => false }
const page = pageAddress({ isPackaged: true, developmentUrl: undefined })
const trusts = createSenderTrust(page, () => [known as unknown as BrowserWindow])

const sender = (given: object) =>
  ({
    sender: contents,
    senderFrame: { url: page.url, parent: null },
    ...given,
  }) as unknown as Parameters<TrustsSender>[0]

test("the main frame of a known window on the app's page is trusted", () => {
  expect(trusts(sender({}))).toBe(true)
})

test.each([
  ['a frame that has gone', { senderFrame: null }],
  ['a frame inside the page', { senderFrame: { url: page.url, parent: {} } }],
  ['an unknown window', { sender: { id: 1 } }],
  ['another page', { senderFrame: { url: 'https://example.com/', parent: null } }],
  ['another host of our scheme', { senderFrame: { url: 'app://elsewhere/index.html', parent: null } }],
  ['an empty page', { senderFrame: { url: 'about:blank', parent: null } }],
  ['a page without address', { senderFrame: { url: '', parent: null } }],
])('%s is not', (_what, given) => {
  expect(trusts(sender(given))).toBe(false)
})

test('a window that has been destroyed is not', () => {
  const destroyed = { ...known, isDestroyed: () => true } as unknown as BrowserWindow
  expect(createSenderTrust(page, () => [destroyed])(sender({}))).toBe(false)
})
