/** What the process was started with, and the Chromium it drives. Read once; set once. */
import { openAppPackage } from './app-package.ts'
import type { Chromium } from './chromium.ts'
import { readCommandLine } from './command-line.ts'
import { hasDisplay } from './display.ts'

/** The arguments of the process, understood. */
export const commandLine = readCommandLine(process.argv.slice(2))
/** The app that is run. */
export const appPackage = openAppPackage(commandLine.appPath)

/** Windows are shown only when asked for (`npm start`) and where there is a display. */
export const isHeadless = process.env.ELECTRON_DOUBLE_HEADED !== '1' || !hasDisplay()

let running: Chromium | null = null

/** The Chromium this process drives; the app is not ready before it runs. */
export function chromium(): Chromium {
  if (!running) throw new Error('Chromium does not run yet')
  return running
}

/** Says which Chromium is driven; once, before the first window. */
export function setChromium(started: Chromium): void {
  running = started
}
