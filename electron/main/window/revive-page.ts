/** A page whose process has crashed is loaded again: the history and what runs on it are in main, and go on. */
import type { WebContents } from 'electron'

/** More often than this in one window is no accident; the window then stays empty rather than flickering for ever. */
const MOST_REVIVALS = 3

/** Loads the page again when its process has gone. */
export function reviveWhenGone(contents: Pick<WebContents, 'on'>, load: () => void): void {
  let revivals = 0
  contents.on('render-process-gone', (_event, { reason }) => {
    console.error(`The window's page has gone (${reason}).`)
    if (reason === 'clean-exit' || revivals >= MOST_REVIVALS) return
    revivals += 1
    load()
  })
}
