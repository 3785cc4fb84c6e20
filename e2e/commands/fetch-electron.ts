/** One attempt to fetch Electron's binary, given up soon where there is no way to it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { electronBinary, electronPackageDir } from '../host/electron-binary.ts'

const PROBE_MS = 4000
const DOWNLOAD_MS = 10 * 60_000

/** The binary after fetching it, or null and why not. */
export async function fetchElectron(): Promise<{ binary: string | null; reason: string }> {
  if (!(await isReachable())) return { binary: null, reason: 'its download server cannot be reached' }
  console.log('Fetching Electron (once, about 110 MB) ...')
  const installer = join(electronPackageDir(), 'install.js')
  const { stderr } = spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    timeout: DOWNLOAD_MS,
  })
  const binary = electronBinary()
  const [reason = 'the download failed'] = stderr.trim().split('\n')
  return { binary, reason }
}

/** The installer itself waits long for a server that never answers: a start must not. */
async function isReachable(): Promise<boolean> {
  const { ELECTRON_MIRROR, HTTPS_PROXY, https_proxy } = process.env
  // A proxy or mirror was set up by somebody who knows that there is a way.
  if (ELECTRON_MIRROR || HTTPS_PROXY || https_proxy) return true
  const signal = AbortSignal.timeout(PROBE_MS)
  return fetch('https://github.com/electron/electron', { method: 'HEAD', signal }).then(
    (response) => response.ok,
    () => false,
  )
}
