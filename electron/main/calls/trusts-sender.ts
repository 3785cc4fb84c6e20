import type { BrowserWindow } from 'electron'
import type { PageAddress } from '../security/page-address.ts'
import type { TrustsSender } from './ipc-gate.ts'

/** Trusts the main frame of a window of the app while it shows the app's own page. */
export function createSenderTrust(page: PageAddress, windows: () => readonly BrowserWindow[]): TrustsSender {
  return ({ sender, senderFrame }) => {
    // The frame is null when it has gone since.
    if (!senderFrame || senderFrame.parent !== null) return false
    const isKnownWindow = windows().some((window) => !window.isDestroyed() && window.webContents === sender)
    return isKnownWindow && page.isOwn(senderFrame.url)
  }
}
