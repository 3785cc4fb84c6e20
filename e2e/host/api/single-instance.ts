/**
 * One instance per user data folder, as in Electron: the second is refused, and the first hears of it. A file holds the
 * first one's process id; the second leaves its command line beside it and the first, which watches, picks it up.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Takes the lock of a user data folder, or tells the instance that has it. */
export function takeInstanceLock(
  userData: string,
  onSecondInstance: (argv: string[], cwd: string) => void,
): boolean {
  // Not in the user data folder itself: that is the app's, and Electron's lock is not a file of this kind.
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `electron-double-instance-${name}`)
  mkdirSync(folder, { recursive: true })
  const ownerFile = join(folder, 'owner')
  if (isOwned(ownerFile)) {
    tellOwner(folder)
    return false
  }
  writeFileSync(ownerFile, String(process.pid))
  const watcher = watch(folder, (_event, name) => {
    if (name?.endsWith('.json')) readCall(join(folder, name), onSecondInstance)
  })
  watcher.unref()
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return true
}

function isOwned(ownerFile: string): boolean {
  try {
    const owner = Number(readFileSync(ownerFile, 'utf8'))
    // Signal 0 only asks whether the process is there; it throws when it is not.
    return owner !== process.pid && process.kill(owner, 0)
  } catch {
    return false
  }
}

function tellOwner(folder: string): void {
  const call = join(folder, `${process.pid}.json`)
  writeFileSync(`${call}.new`, JSON.stringify({ argv: process.argv, cwd: process.cwd() }))
  renameSync(`${call}.new`, call)
}

function readCall(file: string, onSecondInstance: (argv: string[], cwd: string) => void): void {
  try {
    const call: { argv: string[]; cwd: string } = JSON.parse(readFileSync(file, 'utf8'))
    rmSync(file)
    onSecondInstance(call.argv, call.cwd)
  } catch (thrown) {
    // The watcher tells of a removal in the same words as of a new file.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown
  }
}
