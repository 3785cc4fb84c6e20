import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encode } from '../codec.ts'
import { chromium } from '../context.ts'
import type { DevToolsEvent, Protocol } from '../devtools-pipe.ts'
import { isVetoed, strictEmitter } from '../strict.ts'
import type { WorldMessage } from '../worlds/preload-world.ts'
import { app } from './app.ts'
import { toAppAddress, toWebAddress } from './custom-schemes.ts'
import { onApplicationMenu, pressAccelerator } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { answerMessage, FILE_TOKEN } from './page-messages.ts'
import { type PrintOptions, picturePage, printPage } from './page-output.ts'
import { answerRequest } from './page-requests.ts'
import { openPageTarget, type PageTarget, PRELOAD_WORLD, sizePage } from './page-target.ts'
import { settlePermissions } from './permissions.ts'
import { PreloadCalls } from './preload-calls.ts'
import { defaultSession } from './session.ts'

/** What a window's options say about its contents. */
export interface WebPreferences {
  readonly preload?: string
  readonly additionalArguments?: readonly string[]
  readonly javascript?: boolean
}

/** What contents tell the window they are in. */
export interface ContentsOwner {
  size(): { width: number; height: number }
  onLoaded(): void
  close(): void
}

type OpenHandler = (details: { url: string; disposition: string }) => { action: 'deny' | 'allow' }

interface Load {
  readonly url: string
  readonly finished: PromiseWithResolvers<void>
}

let lastId = 0

/** What a window shows, with the methods of Electron's that the app calls. */
export class WebContents extends strictEmitter('webContents') {
  static readonly all = new Map<number, WebContents>()
  readonly id: number
  readonly session = defaultSession
  readonly #owner: ContentsOwner
  readonly #preferences: WebPreferences
  #page: Promise<PageTarget> | null = null
  #targetId = ''
  readonly #preload = new PreloadCalls(() => this.#page)
  #url = ''
  #load: Load | null = null
  #isGone = false
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(owner: ContentsOwner, preferences: WebPreferences) {
    super()
    lastId += 1
    this.id = lastId
    this.#owner = owner
    this.#preferences = preferences
    WebContents.all.set(this.id, this)
    nativeTheme.on('updated', () => void this.#applyTheme().catch(this.#report))
    onApplicationMenu(() => this.#preload.tellAccelerators())
    app.emit('web-contents-created', {}, this)
  }

  async loadURL(url: string): Promise<void> {
    const load: Load = { url: new URL(toWebAddress(url)).href, finished: Promise.withResolvers() }
    this.#page ??= this.#openPage(load.url)
    const page = await this.#page
    this.#load = load
    const { errorText } = await page.send('Page.navigate', { url: load.url })
    if (errorText) {
      this.emit('did-fail-load', {}, -1, errorText, url, true)
      throw new Error(`${errorText} (-1) loading '${url}'`)
    }
    await load.finished.promise
  }

  async #openPage(url: string): Promise<PageTarget> {
    const { platform, arch, versions } = process
    const settings = {
      channel: randomUUID(),
      fileToken: FILE_TOKEN,
      binding: '__electronDoubleSend',
      process: { platform, arch, versions, argv: this.#preferences.additionalArguments ?? [] },
    }
    const preload = this.#preferences.preload ? readFileSync(this.#preferences.preload, 'utf8') : ''
    const onEvent = (event: DevToolsEvent) => this.#onEvent(event)
    await settlePermissions(chromium().devTools, this, toAppAddress(url))
    const page = await openPageTarget({ url, ...this.#owner.size(), settings, preload, onEvent })
    this.#targetId = page.targetId
    await this.#applyTheme(page)
    // After the window's own scripts are in place: where the app forbids scripts they do not run either.
    if (this.#preferences.javascript === false)
      await page.send('Emulation.setScriptExecutionDisabled', { value: true })
    return page
  }

  #onEvent(event: DevToolsEvent): void {
    switch (event.method) {
      case 'Fetch.requestPaused':
        void this.#onRequest(event.params).catch(this.#report)
        break
      case 'Runtime.executionContextCreated':
        if (event.params.context.name === PRELOAD_WORLD) this.#preload.open(event.params.context.id)
        break
      case 'Runtime.executionContextsCleared':
        this.#preload.close()
        break
      case 'Runtime.bindingCalled':
        void this.#onMessage(JSON.parse(event.params.payload), event.params.executionContextId).catch(
          this.#report,
        )
        break
      case 'Page.frameNavigated':
        if (event.params.frame.parentId) break
        this.#url = event.params.frame.url
        this.emit('did-navigate', {}, this.getURL())
        break
      case 'Page.domContentEventFired':
        this.emit('dom-ready', {})
        break
      case 'Page.loadEventFired':
        this.#onLoaded()
        break
      case 'Inspector.targetCrashed':
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
        break
      default:
    }
  }

  #onLoaded(): void {
    if (this.#url === 'about:blank') return
    this.emit('did-finish-load', {})
    this.#owner.onLoaded()
    this.#load?.finished.resolve()
  }

  async #onRequest(paused: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const page = await this.#page
    if (!page) return
    const { requestId, request, resourceType, frameId } = paused
    if (resourceType === 'Document' && this.#refusesNavigation(request.url, frameId === page.mainFrameId)) {
      await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      return
    }
    const verdict = await answerRequest(paused)
    if (verdict.kind === 'continue') await page.send('Fetch.continueRequest', { requestId })
    else if (verdict.kind === 'fail')
      await page.send('Fetch.failRequest', { requestId, errorReason: verdict.reason })
    else {
      const { status: responseCode, headers: responseHeaders, body } = verdict
      await page.send('Fetch.fulfillRequest', { requestId, responseCode, responseHeaders, body })
    }
  }

  #refusesNavigation(webUrl: string, isMainFrame: boolean): boolean {
    // Loading is the app's own doing; everything else is the page's, and the app may refuse it.
    if (isMainFrame && webUrl === this.#load?.url) return false
    const url = toAppAddress(webUrl)
    const details = { url, isMainFrame }
    if (isVetoed(this, 'will-frame-navigate', details)) return true
    return isMainFrame && isVetoed(this, 'will-navigate', details, url)
  }

  async #onMessage(message: WorldMessage, contextId: number): Promise<void> {
    if (message.kind === 'accelerator') pressAccelerator(message.keys)
    else if (message.kind === 'open') this.#onOpen(toAppAddress(message.url))
    else {
      const event = { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1, type: 'frame' }
      const page = await this.#page
      if (page) await answerMessage(page, contextId, event, message)
    }
  }

  #onOpen(url: string): void {
    const { action } = this.#openHandler({ url, disposition: 'new-window' })
    if (action !== 'deny') throw new Error('electron-double does not implement windows opened by a page')
  }

  send(channel: string, ...args: unknown[]): void {
    this.#preload.event(channel, encode(args))
  }

  async #applyTheme(opened?: PageTarget): Promise<void> {
    const page = opened ?? (await this.#page)
    const value = nativeTheme.themeSource
    const features = value === 'system' ? [] : [{ name: 'prefers-color-scheme', value }]
    await page?.send('Emulation.setEmulatedMedia', { features })
  }

  /** Errors after the end of a page are its end, not news. */
  readonly #report = (error: unknown): void => {
    if (!this.#isGone && !app.isQuitting()) console.error(error)
  }

  get mainFrame() {
    const url = this.getURL()
    return {
      url,
      origin: url.split('/').slice(0, 3).join('/'),
      parent: null,
      routingId: 1,
      frameTreeNodeId: this.id,
    }
  }
  getURL(): string {
    return toAppAddress(this.#url)
  }
  getType(): string {
    return 'window'
  }
  isDestroyed(): boolean {
    return this.#isGone
  }
  isLoading(): boolean {
    return this.#page !== null && this.#url === ''
  }
  focus(): void {}
  close(): void {
    this.#owner.close()
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }
  async reload(): Promise<void> {
    await (await this.#page)?.send('Page.reload')
  }

  /** Evaluates in the page and gives back the value. */
  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const page = await this.#attached()
    const options = { expression, userGesture, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', options)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  async printToPDF(options: PrintOptions = {}): Promise<Buffer> {
    return printPage(await this.#attached(), options)
  }
  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const png = await picturePage(await this.#attached())
    return { toPNG: () => png }
  }

  /** The host's side: the page, for dialogs. */
  async page(): Promise<PageTarget> {
    return this.#attached()
  }
  async resize(width: number, height: number): Promise<void> {
    if (this.#page) await sizePage(await this.#page, width, height)
  }
  get targetId(): string {
    return this.#targetId
  }
  markGone(): void {
    this.#isGone = true
    WebContents.all.delete(this.id)
    this.emit('destroyed', {})
  }

  async #attached(): Promise<PageTarget> {
    if (!this.#page) throw new Error('nothing has been loaded')
    return this.#page
  }
}

/** The module `webContents`. */
export const webContents = {
  getAllWebContents: () => [...WebContents.all.values()],
  fromId: (id: number) => WebContents.all.get(id),
  fromDevToolsTargetId: (targetId: string) =>
    [...WebContents.all.values()].find((contents) => contents.targetId === targetId),
  getFocusedWebContents: () => [...WebContents.all.values()].at(-1) ?? null,
}
