/** One writer per data folder: a lock the system gives back by itself when a process dies. */
import { join } from 'node:path'
import { refuse } from '../../contract/result.ts'
import type { Files } from '../platform/files.ts'
import { openExclusively } from './connection.ts'

const lockPath = (dataDir: string): string => join(dataDir, 'writer.lock')

export interface WriterLock {
  release(): void
}

/** Takes the lock of a data folder; refuses while somebody else has it. */
export function takeWriterLock(dataDir: string, files: Files): WriterLock {
  const path = lockPath(dataDir)
  files.ensurePrivateFile(path)
  const held = openExclusively(path)
  if (!held) {
    refuse(
      'data_folder_in_use',
      'Leadlight is already open with this data folder.',
      'Close the other window or wait for the other command to end, then try again.',
    )
  }
  return { release: held.close }
}

/** Whether somebody has the lock; nothing is created to find out. */
export function isWriterLocked(dataDir: string, files: Files): boolean {
  if (files.kind(lockPath(dataDir)) === 'none') return false
  const held = openExclusively(lockPath(dataDir))
  held?.close()
  return held === null
}
