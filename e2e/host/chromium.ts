import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { type DevToolsPipe, openDevToolsPipe } from './devtools-pipe.ts'
import { findChromium } from './find-chromium.ts'

/** A running Chromium with a profile of its own, which goes with it. */
export interface Chromium {
  readonly devTools: DevToolsPipe
  /** Settles with the exit code once the process has ended. */
  readonly gone: Promise<number | null>
  /** Opens a window of its own, without tabs or address bar; only where Chromium is not headless. */
  openAppWindow(url: string): void
}

/** Switches the stand-in needs, and those that keep Chromium itself from using the network. */
const OWN_SWITCHES = [
  'remote-debugging-pipe',
  'no-startup-window',
  'no-first-run',
  'no-default-browser-check',
  'disable-extensions',
  'disable-background-networking',
  'disable-client-side-phishing-detection',
  'disable-component-update',
  'disable-default-apps',
  'disable-domain-reliability',
  'disable-sync',
  'disable-search-engine-choice-screen',
  'block-new-web-contents',
  'no-pings',
  'password-store=basic',
  'use-mock-keychain',
  // No name is ever looked up; the app's pages are served before that (custom-schemes.ts).
  'host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
]
const FEATURES_OFF = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'NetworkTimeServiceQuerying',
]

/** Chromium's sandbox does not run for the user root. */
const AS_ROOT = process.getuid?.() === 0 ? ['no-sandbox', 'test-type'] : []

/** Starts Chromium; `onDebugPort` hears the line Playwright waits for, if its switches asked for a port. */
export function startChromium(options: {
  readonly switches: ReadonlyMap<string, string>
  readonly headless: boolean
  readonly onDebugPort: (line: string) => void
}): Chromium {
  const executable = findChromium()
  if (!executable) {
    throw new Error('no Chromium was found: run `npx playwright install chromium`, or set CHROMIUM_PATH')
  }
  const profile = mkdtempSync(join(tmpdir(), 'electron-double-'))
  const switches = allSwitches(options.switches, profile, options.headless)
  const child = spawn(executable, switches, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // In the C locale Chromium garbles file names.
    env: { ...process.env, TMPDIR: profile, LC_ALL: process.env.LC_ALL || process.env.LANG || 'C.UTF-8' },
  })
  const [, , , input, output] = child.stdio
  const devTools = openDevToolsPipe(input as Writable, output as Readable)
  const lastWords = listenToErrors(child, options.onDebugPort)
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      devTools.close(`Chromium has gone (${code})\n${lastWords()}`)
      resolve(code)
    })
  })
  process.on('exit', () => {
    child.kill('SIGKILL')
    removeProfile()
  })
  return { devTools, gone, openAppWindow: (url) => openAppWindow(executable, profile, url) }
}

function allSwitches(asked: ReadonlyMap<string, string>, profile: string, headless: boolean): string[] {
  const switches = new Map(asked)
  // The app never turns its sandbox off; where the system cannot have one, the stand-in does.
  switches.delete('no-sandbox')
  for (const own of [...OWN_SWITCHES, ...AS_ROOT, headless ? 'headless=new' : 'no-startup-window']) {
    const [name = '', ...value] = own.split('=')
    switches.set(name, value.join('='))
  }
  const featuresOff = [switches.get('disable-features'), ...FEATURES_OFF].filter(Boolean)
  switches.set('disable-features', featuresOff.join(','))
  switches.set('user-data-dir', profile)
  return [...switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
}

/** Passes on the debugging port and keeps the end of what Chromium said, for its obituary. */
function listenToErrors(child: ChildProcess, onDebugPort: (line: string) => void): () => string {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-8000)
    for (const line of text.split('\n')) if (line.startsWith('DevTools listening on ws:')) onDebugPort(line)
  })
  return () => said
}

/** A second start with the same profile hands its window over to the process that runs. */
function openAppWindow(executable: string, profile: string, url: string): void {
  const asRoot = AS_ROOT.map((name) => `--${name}`)
  spawn(executable, [`--user-data-dir=${profile}`, `--app=${url}`, ...asRoot], { stdio: 'ignore' }).unref()
}
