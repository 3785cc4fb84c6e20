import { chromium } from '../context.ts'
import { isVetoed, strictEmitter } from '../strict.ts'
import { app } from './app.ts'
import { openWindows } from './open-windows.ts'
import { WebContents, type WebPreferences } from './web-contents.ts'

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean
  readonly title?: string
  readonly webPreferences?: WebPreferences
}

/** A window of the app: a page of Chromium with the methods of Electron's that the app calls. */
export class BrowserWindow extends strictEmitter('BrowserWindow') {
  readonly id: number
  readonly webContents: WebContents
  #bounds: Bounds
  #title: string
  #isVisible: boolean
  #isMaximized = false
  #isDestroyed = false
  #wasReady = false

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows.values()].filter((window) => window instanceof BrowserWindow)
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().at(-1) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  constructor(options: WindowOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#title = options.title ?? app.name
    this.#isVisible = options.show !== false
    this.webContents = new WebContents(
      { size: () => this.#bounds, onLoaded: () => this.#becomeReady(), close: () => this.close() },
      options.webPreferences ?? {},
    )
    this.id = this.webContents.id
    openWindows.set(this.id, this)
    app.emit('browser-window-created', {}, this)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  #becomeReady(): void {
    if (this.#wasReady) return
    this.#wasReady = true
    this.emit('ready-to-show', {})
  }

  show(): void {
    this.#isVisible = true
    this.emit('show', {})
  }
  hide(): void {
    this.#isVisible = false
    this.emit('hide', {})
  }
  isVisible(): boolean {
    return this.#isVisible
  }
  focus(): void {
    this.emit('focus', {})
  }
  isFocused(): boolean {
    return BrowserWindow.getFocusedWindow() === this
  }
  maximize(): void {
    this.#isMaximized = true
    this.emit('maximize', {})
  }
  unmaximize(): void {
    this.#isMaximized = false
    this.emit('unmaximize', {})
  }
  isMaximized(): boolean {
    return this.#isMaximized
  }
  isMinimized(): boolean {
    return false
  }
  isFullScreen(): boolean {
    return false
  }
  restore(): void {
    this.emit('restore', {})
  }
  setBackgroundColor(): void {}
  setProgressBar(): void {}
  setMenuBarVisibility(): void {}

  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): void {
    this.#title = title
  }
  getBounds(): Bounds {
    return { ...this.#bounds }
  }
  getNormalBounds(): Bounds {
    return this.getBounds()
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    void this.webContents.resize(this.#bounds.width, this.#bounds.height)
    this.emit('resize', {})
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  close(): void {
    if (!this.#isDestroyed && !isVetoed(this, 'close')) this.destroy()
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.#end()
    const { targetId } = this.webContents
    if (targetId)
      void chromium()
        .devTools.send('Target.closeTarget', { targetId })
        .catch(() => undefined)
  }

  /** The host's side: the user closed Chromium's window. It is too late for a veto. */
  onClosedByUser(): void {
    if (this.#isDestroyed) return
    isVetoed(this, 'close')
    this.#end()
  }

  #end(): void {
    this.#isDestroyed = true
    openWindows.delete(this.id)
    this.webContents.markGone()
    this.emit('closed', {})
    if (openWindows.size > 0 || app.isQuitting()) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}
