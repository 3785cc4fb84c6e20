import { strictEmitter } from '../strict.ts'

type ThemeSource = 'system' | 'light' | 'dark'

/** Light and dark; `system` follows what Chromium found. */
class NativeTheme extends strictEmitter('nativeTheme') {
  #source: ThemeSource = 'system'

  get themeSource(): ThemeSource {
    return this.#source
  }
  set themeSource(source: ThemeSource) {
    this.#source = source
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new NativeTheme()
