/** Before the end-to-end specs: something to run the app in. Electron if it is there, else Chromium, installed if need be. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chooseTestHost } from '../host/electron-binary.ts'
import { findChromium } from '../host/find-chromium.ts'
import { runTool } from './run-tool.ts'

const APT = '/usr/bin/apt-get'
const isRoot = process.getuid?.() === 0

if (chooseTestHost() === 'electron') console.log('End-to-end specs run in Electron.')
else ensureChromium()

function ensureChromium(): void {
  if (!findChromium() && isRoot && existsSync(APT)) installFromDebian()
  if (!findChromium()) installFromPlaywright()
  const chromium = findChromium()
  if (!chromium) {
    console.error('error: Chromium is needed for the end-to-end specs; install it or set CHROMIUM_PATH.')
    process.exit(1)
  }
  const version = execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`End-to-end specs run in the stand-in for Electron, on ${version}.`)
}

function installFromDebian(): void {
  console.log('Installing Chromium with apt ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args: readonly string[]) => spawnSync(APT, args, { stdio: 'inherit', env })
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}

function installFromPlaywright(): void {
  const withSystemLibraries = isRoot ? ['--with-deps'] : []
  runTool('node_modules/@playwright/test/cli.js', ['install', ...withSystemLibraries, 'chromium'])
}
