/** What the process was started with, and the Chromium it drives. Read once; set once. */
import { openAppPackage } from './app-package.ts'
import type { Chromium } from './chromium.ts'
import { readCommandLine } from './command-line.ts'
import { hasDisplay } from './display.ts'

export const commandLine = readCommandLine(process.argv.slice(2))
export const appPackage = openAppPackage(commandLine.appPath)

/** Windows are shown only when asked for (`npm start`) and where there is a display. */
export const isHeadless = process.env.ELECTRON_DOUBLE_HEADED !== '1' || !hasDisplay()

let running: Chromium | null = null

/** The Chromium this process drives; the app is not ready before it runs. */
export function chromium(): Chromium {
  if (!running) throw new Error('Chromium does not run yet')
  return running
}

export function setChromium(started: Chromium): void {
  running = started
}
