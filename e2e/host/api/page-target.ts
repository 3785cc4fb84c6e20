/** A Chromium page as a window's content: opened, attached to and prepared before its first document. */
import { chromium, isHeadless } from '../context.ts'
import type { DevToolsEvent, DevToolsPipe } from '../devtools-pipe.ts'
import type { WorldSettings } from '../worlds/page-world.ts'
import { pageWorldSource, preloadWorldSource } from '../worlds/sources.ts'

/** Electron's name for the preload's world; developer tools show it. */
export const PRELOAD_WORLD = 'Electron Isolated Context'

/** What a page is opened with. */
export interface PageOptions {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly settings: WorldSettings
  readonly preload: string
  readonly onEvent: (event: DevToolsEvent) => void
}

/** A page under the host's control. */
export interface PageTarget {
  readonly targetId: string
  readonly mainFrameId: string
  readonly send: DevToolsPipe['send']
}

/** Opens a page; its scripts are in place before any document of the app runs. */
export async function openPageTarget(options: PageOptions): Promise<PageTarget> {
  const { devTools } = chromium()
  const { targetId, sessionId } = await (isHeadless ? createTarget(options) : openWindow(options.url))
  const send: DevToolsPipe['send'] = (method, params) => devTools.send(method, params, sessionId)
  devTools.listen(sessionId, options.onEvent)
  const source = preloadWorldSource(options.settings, options.preload)
  const frameTree = send('Page.getFrameTree')
  await Promise.all([
    frameTree,
    send('Page.enable'),
    send('DOM.enable'),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    send('Runtime.addBinding', { name: options.settings.binding, executionContextName: PRELOAD_WORLD }),
    send('Runtime.enable'),
    send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldSource(options.settings) }),
    send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD }),
    send('Runtime.runIfWaitingForDebugger'),
  ])
  const page = { targetId, mainFrameId: (await frameTree).frameTree.frame.id, send }
  await sizePage(page, options.width, options.height)
  return page
}

/** Gives the page's area this size, headless; else its window. */
export async function sizePage(page: PageTarget, width: number, height: number): Promise<void> {
  if (isHeadless) {
    await page.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 0,
      mobile: false,
    })
    return
  }
  const { devTools } = chromium()
  const { windowId } = await devTools.send('Browser.getWindowForTarget', { targetId: page.targetId })
  await devTools.send('Browser.setWindowBounds', { windowId, bounds: { width, height } })
}

interface Attached {
  readonly targetId: string
  readonly sessionId: string
}

async function createTarget({ width, height }: PageOptions): Promise<Attached> {
  const { devTools } = chromium()
  const { targetId } = await devTools.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
  })
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true })
  return { targetId, sessionId }
}

let onWindowAttached: ((attached: Attached) => void) | null = null

/** Headed: a window of Chromium's own, recognised as the next page that appears. */
async function openWindow(url: string): Promise<Attached> {
  const attached = new Promise<Attached>((resolve) => {
    onWindowAttached = resolve
  })
  chromium().openAppWindow(url)
  return attached
}

/** Attaches to every page that appears, before it loads anything, so that the app's window can be prepared. */
export async function watchForWindows(devTools: DevToolsPipe): Promise<void> {
  await devTools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  })
}

/** The browser's own events, as far as they tell of windows. */
export function noticeWindow(event: DevToolsEvent): void {
  if (event.method !== 'Target.attachedToTarget') return
  const { sessionId, targetInfo } = event.params
  if (targetInfo.type === 'page' && onWindowAttached) {
    onWindowAttached({ sessionId, targetId: targetInfo.targetId })
    onWindowAttached = null
    return
  }
  void chromium()
    .devTools.send('Runtime.runIfWaitingForDebugger', {}, sessionId)
    .catch(() => undefined)
}
