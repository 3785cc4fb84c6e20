/** Size and place of the window, kept from one start to the next. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
})
const windowStateSchema = z.strictObject({
  version: z.literal(1),
  bounds: boundsSchema,
  isMaximized: z.boolean(),
})
/** Where a window was. */
export type WindowState = z.infer<typeof windowStateSchema>

const DEFAULT_SIZE = { width: 1240, height: 820 }
const LARGEST_FILE_BYTES = 10_000
/** How much of the title bar must be on a screen, so that the window can be taken hold of. */
const VISIBLE = { width: 120, height: 32 }

/** What a window opens with. */
export interface WindowPlace {
  /** Without a place the system chooses one. */
  readonly bounds: {
    readonly width: number
    readonly height: number
    readonly x?: number
    readonly y?: number
  }
  readonly isMaximized: boolean
}

/** Reads the state kept in a file; null when there is none. A damaged file is put aside. */
export function readWindowState(file: string): WindowState | null {
  try {
    const { size } = statSync(file)
    const text = size > LARGEST_FILE_BYTES ? '' : readFileSync(file, 'utf8')
    return windowStateSchema.parse(JSON.parse(text))
  } catch (thrown) {
    if (!isMissing(thrown)) putAside(file)
    return null
  }
}

/** Writes the state so that a crash leaves the old file or the new one, never a part. */
export function saveWindowState(file: string, state: WindowState): void {
  const temporary = `${file}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(state))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
}

/** Where the window opens: as it was, if that is on a screen; else the usual size, smaller on a small screen. */
export function placeWindow(state: WindowState | null, workAreas: readonly Rectangle[]): WindowPlace {
  if (state && workAreas.some((area) => isReachable(state.bounds, area))) {
    return { bounds: state.bounds, isMaximized: state.isMaximized }
  }
  const [first] = workAreas
  const width = Math.min(DEFAULT_SIZE.width, first?.width ?? DEFAULT_SIZE.width)
  const height = Math.min(DEFAULT_SIZE.height, first?.height ?? DEFAULT_SIZE.height)
  return { bounds: { width, height }, isMaximized: state?.isMaximized ?? false }
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const isTopInside = bounds.y >= area.y && bounds.y + VISIBLE.height <= area.y + area.height
  return across >= VISIBLE.width && isTopInside
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
}

function putAside(file: string): void {
  try {
    renameSync(file, `${file}.damaged`)
  } catch (thrown) {
    // The folder cannot be written to: the history says so in words, a window's place is not worth a second sentence.
    console.error(thrown)
  }
}
