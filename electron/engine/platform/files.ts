/** The file system, passed in wherever data is kept, so that a full disk or a torn write can be tested. */
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Only the user may read what the app keeps. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

export type EntryKind = 'file' | 'folder' | 'other' | 'none'

export interface Files {
  /** Makes a folder and those above it, readable by the user alone. */
  makeFolder(path: string): void
  /** Makes an empty file if there is none, and in any case sees to it that the user alone may read it. */
  ensurePrivateFile(path: string): void
  /** What is there; a link is `other`, whatever it leads to. */
  kind(path: string): EntryKind
  size(path: string): number
  read(path: string): Buffer<ArrayBuffer>
  /** Opens for writing; a file that was there is emptied. */
  open(path: string): number
  /** Opens a file that is there for reading and writing, as it is. */
  openExisting(path: string): number
  write(file: number, bytes: Uint8Array): void
  /** Fills `bytes` with what stands at `offset`. */
  readAt(file: number, bytes: Uint8Array, offset: number): void
  /** Waits until what was written is on the disk. */
  fsync(file: number): void
  close(file: number): void
  /** Moves a file, replacing one of that name, and waits until the folder's new state is on the disk. */
  rename(from: string, to: string): void
  remove(path: string): void
  /** Bytes the user can still write on the disk that holds `path`. */
  freeBytes(path: string): number
}

/** The machine's own file system. */
export const systemFiles: Files = {
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true, mode: FOLDER_MODE })
  },
  ensurePrivateFile: (path) => {
    closeSync(openSync(path, 'a', FILE_MODE))
    chmodSync(path, FILE_MODE)
  },
  kind: (path) => {
    // Not `throwIfNoEntry: false` alone: a path below a file is "not a directory", which that option does not cover.
    if (!existsSync(path)) return 'none'
    const entry = lstatSync(path)
    return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'
  },
  size: (path) => lstatSync(path).size,
  read: (path) => readFileSync(path),
  open: (path) => openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, FILE_MODE),
  openExisting: (path) => openSync(path, constants.O_RDWR),
  write: (file, bytes) => {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
  },
  readAt: (file, bytes, offset) => {
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(file, bytes, done, bytes.length - done, offset + done)
      if (read === 0) throw new Error('the file ends before the bytes that were asked for')
      done += read
    }
  },
  fsync: fsyncSync,
  close: closeSync,
  rename: (from, to) => {
    renameSync(from, to)
    syncFolder(dirname(to))
  },
  remove: (path) => rmSync(path, { force: true }),
  freeBytes: (path) => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  },
}

function syncFolder(path: string): void {
  // Windows cannot open folders; its file systems keep renames in order by themselves.
  if (process.platform === 'win32') return
  const folder = openSync(path, constants.O_RDONLY)
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
