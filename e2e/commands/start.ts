/**
 * `npm start`: opens the app. In Electron; where its binary cannot be had, the same main, preload and renderer bundles in a
 * window of Chromium; where there is neither, a sentence that names the command line.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay } from '../host/display.ts'
import { electronBinary } from '../host/electron-binary.ts'
import { findChromium } from '../host/find-chromium.ts'
import { isBuildFresh } from './build-state.ts'
import { fetchElectron } from './fetch-electron.ts'
import { root, runTool } from './run-tool.ts'

if (!hasDisplay()) giveUp('There is no display to open a window on.')
if (!isBuildFresh(root)) build()
const binary = process.env.E2E_HOST === 'double' ? null : (electronBinary() ?? (await tryToFetch()))
if (binary) run(binary, asRootOnLinux() ? ['--no-sandbox'] : [], {})
else openInChromium()

function build(): void {
  if (!runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']))
    process.exit(1)
}

async function tryToFetch(): Promise<string | null> {
  const { binary: fetched, reason } = await fetchElectron()
  if (!fetched) console.error(`Electron could not be fetched: ${reason}.`)
  return fetched
}

function openInChromium(): void {
  // The stand-in is started through a shell script.
  if (process.platform === 'win32') giveUp('Without Electron the app cannot be opened on Windows.')
  const chromium = findChromium()
  if (!chromium) giveUp('Neither Electron nor Chromium is there to open a window in.')
  console.error('Opening the app in a window of Chromium instead; its menu is not drawn, its shortcuts work.')
  run(join(root, 'e2e/host/electron'), [], { ELECTRON_DOUBLE_HEADED: '1', CHROMIUM_PATH: chromium })
}

function run(program: string, switches: readonly string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(program, [...switches, root, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => giveUp(`The app could not be started: ${error.message}.`))
  child.on('close', (code) => process.exit(code ?? 1))
}

/** Chromium's sandbox, which Electron uses, does not run for the user root. */
function asRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

function giveUp(reason: string): never {
  console.error(`${reason} Everything works from the command line too: npm run -s leadlight -- --help`)
  process.exit(1)
}
