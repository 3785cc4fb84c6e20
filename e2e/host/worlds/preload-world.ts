/** The preload's isolated world: `require('electron')` for the preload. Pasted into the page as source. */
import { type Link, openLink, postOverLink, type WorldCodec } from './link.ts'
import type { WorldSettings } from './page-world.ts'

type Listener = (event: unknown, ...args: unknown[]) => void
type PreloadCode = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void

/** What the preload's world sends to the host, as JSON through the binding. */
export type WorldMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly text: string }
  | { readonly kind: 'send'; readonly channel: string; readonly text: string }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'accelerator'; readonly keys: string }

/** What the host calls in the preload's world. */
export interface HostEntry {
  readonly files: File[]
  settle(id: number, ok: boolean, text: string): void
  event(channel: string, text: string): void
  setAccelerators(keys: readonly string[]): void
}

interface PreloadState {
  readonly codec: WorldCodec
  readonly tell: (message: WorldMessage) => void
  readonly invocations: Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>
  readonly listeners: Map<string, Listener[]>
  readonly exposed: Map<string, unknown>
  readonly files: File[]
  accelerators: readonly string[]
  lastId: number
}

/** Runs first in every document, in the preload's world, and runs the preload. */
export function startPreloadWorld(settings: WorldSettings, codec: WorldCodec, preload: PreloadCode): void {
  if (window !== window.top) return
  const world = globalThis as unknown as Record<string, unknown>
  const binding = world[settings.binding] as (text: string) => void
  const state: PreloadState = {
    codec,
    tell: (message) => binding(JSON.stringify(message)),
    invocations: new Map(),
    listeners: new Map(),
    exposed: new Map(),
    files: [],
    accelerators: [],
    lastId: 0,
  }
  const link: Link = openLink('preload', settings.channel, codec, (message) => {
    if (message.kind === 'open') state.tell(message)
    if (message.kind !== 'hello') return
    for (const [key, api] of state.exposed) postOverLink(link, { kind: 'expose', key, api })
  })
  world.__electronDouble = hostEntry(state)
  addEventListener('keydown', (event) => pressAccelerator(state, event))
  const electron = electronForPreload(state, settings, link)
  const require = (id: string) => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id} (a sandboxed preload has only electron)`)
  }
  const module = { exports: {} }
  const process = { ...settings.process, env: {}, contextIsolated: true, sandboxed: true, type: 'renderer' }
  preload(require, module, module.exports, process)
}

function hostEntry(state: PreloadState): HostEntry {
  return {
    files: state.files,
    settle: (id, ok, text) => {
      const invocation = state.invocations.get(id)
      state.invocations.delete(id)
      if (ok) invocation?.resolve(state.codec.decode(text))
      else invocation?.reject(new Error(text))
    },
    event: (channel, text) => {
      const args = state.codec.decode(text) as unknown[]
      for (const listener of state.listeners.get(channel) ?? []) listener({ ports: [] }, ...args)
    },
    setAccelerators: (keys) => {
      state.accelerators = keys
    },
  }
}

function electronForPreload(state: PreloadState, settings: WorldSettings, link: Link): object {
  return {
    ipcRenderer: ipcRendererFor(state),
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (state.exposed.has(key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object')
        }
        state.exposed.set(key, api)
        postOverLink(link, { kind: 'expose', key, api })
      },
    },
    webUtils: {
      // Only the browser process knows the path: hand out a token, which the host replaces in the message.
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('not a File')
        return `${settings.fileToken}${state.files.push(file) - 1}/${file.name}`
      },
    },
  }
}

function ipcRendererFor(state: PreloadState): object {
  const without = (channel: string, listener: Listener) =>
    (state.listeners.get(channel) ?? []).filter((known) => known !== listener)
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const text = state.codec.encode(args)
        state.lastId += 1
        state.invocations.set(state.lastId, { resolve, reject })
        state.tell({ kind: 'invoke', id: state.lastId, channel, text })
      }),
    send: (channel: string, ...args: unknown[]) =>
      state.tell({ kind: 'send', channel, text: state.codec.encode(args) }),
    on: (channel: string, listener: Listener) => {
      state.listeners.set(channel, [...(state.listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    removeListener: (channel: string, listener: Listener) => {
      state.listeners.set(channel, without(channel, listener))
      return ipcRenderer
    },
    sendSync: () => {
      throw new Error('electron-double does not implement ipcRenderer.sendSync')
    },
    postMessage: () => {
      throw new Error('electron-double does not implement ipcRenderer.postMessage')
    },
  }
  return { ...ipcRenderer, addListener: ipcRenderer.on, off: ipcRenderer.removeListener }
}

/** A menu's shortcut, when the page left the key alone. */
function pressAccelerator(state: PreloadState, event: KeyboardEvent): void {
  const keys = [
    event.ctrlKey && 'ctrl',
    event.metaKey && 'meta',
    event.altKey && 'alt',
    event.shiftKey && 'shift',
    event.key.toLowerCase(),
  ]
  const pressed = keys.filter(Boolean).join('+')
  if (event.defaultPrevented || !state.accelerators.includes(pressed)) return
  event.preventDefault()
  state.tell({ kind: 'accelerator', keys: pressed })
}

/** Everything above, to be pasted into a page as source. */
export const preloadWorldFunctions = [
  startPreloadWorld,
  hostEntry,
  electronForPreload,
  ipcRendererFor,
  pressAccelerator,
] as const
