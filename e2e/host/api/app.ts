import { appPackage, chromium, commandLine } from '../context.ts'
import { isVetoed, strict, strictEmitter } from '../strict.ts'
import { appPaths } from './app-paths.ts'
import { roleActions } from './menu.ts'
import { openWindows } from './open-windows.ts'
import { closeSchemeRegistration } from './protocol.ts'
import { takeInstanceLock } from './single-instance.ts'

const LOCALE = 'en-GB'
const EXIT_LIMIT_MS = 2000

class App extends strictEmitter('app', ['dock']) {
  name = appPackage.name
  readonly isPackaged = appPackage.resourcesPath !== null
  readonly commandLine = commandLineApi()
  readonly #paths = appPaths(appPackage.name, commandLine.switches.get('user-data-dir'))
  readonly #becameReady = Promise.withResolvers<void>()
  #isReady = false
  #isQuitting = false
  #hasLock = false

  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return appPackage.version
  }
  getAppPath(): string {
    return appPackage.folder
  }
  getLocale(): string {
    return LOCALE
  }
  getSystemLocale(): string {
    return LOCALE
  }
  getPreferredSystemLanguages(): string[] {
    return [LOCALE]
  }
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  enableSandbox(): void {}
  focus(): void {}

  isReady(): boolean {
    return this.#isReady
  }
  whenReady(): Promise<void> {
    return this.#becameReady.promise
  }
  /** The host's side: Chromium runs. */
  becomeReady(): void {
    closeSchemeRegistration()
    this.#isReady = true
    this.#becameReady.resolve()
    this.emit('ready', {}, {})
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    this.#hasLock ||= takeInstanceLock(this.getPath('userData'), (argv, cwd) =>
      this.emit('second-instance', {}, argv, cwd, null),
    )
    return this.#hasLock
  }
  hasSingleInstanceLock(): boolean {
    return this.#hasLock
  }

  isQuitting(): boolean {
    return this.#isQuitting
  }
  quit(): void {
    if (isVetoed(this, 'before-quit')) return
    this.#isQuitting = true
    for (const window of [...openWindows.values()]) window.close()
    this.#isQuitting = openWindows.size === 0 && !isVetoed(this, 'will-quit')
    if (this.#isQuitting) this.exit(0)
  }
  exit(code = 0): void {
    this.#isQuitting = true
    for (const window of [...openWindows.values()]) window.destroy()
    const finish = () => {
      this.emit('quit', {}, code)
      process.exit(code)
    }
    // Chromium is asked to go, so that Playwright sees an orderly end; if it does not, it is ended on exit.
    setTimeout(finish, EXIT_LIMIT_MS)
    if (!this.#isReady) finish()
    chromium()
      .devTools.send('Browser.close')
      .then(() => chromium().gone)
      .then(finish, finish)
  }
}

function commandLineApi() {
  const { switches } = commandLine
  return strict('app.commandLine', {
    appendSwitch: (name: string, value = '') => {
      const before = switches.get(name)
      // Lists of features grow; any other switch is replaced.
      switches.set(name, name.endsWith('-features') && before ? `${before},${value}` : String(value))
    },
    hasSwitch: (name: string) => switches.has(name),
    getSwitchValue: (name: string) => switches.get(name) ?? '',
    removeSwitch: (name: string) => void switches.delete(name),
  })
}

export const app = new App()
roleActions.quit = () => app.quit()
