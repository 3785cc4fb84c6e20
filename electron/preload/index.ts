/** The bridge: what the page may ask of main, by name. The only file with `ipcRenderer`. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  type AppEvent,
  type Bridge,
  CALL_CHANNEL,
  EVENT_CHANNEL,
  METHODS,
  type Method,
  type Request,
  type Responses,
} from '../contract/methods.ts'
import type { Result } from '../contract/result.ts'

type Calls = { readonly [M in Method]: (request: Request<M>) => Promise<Result<Responses[M]>> }

const calls = Object.fromEntries(
  METHODS.map((method) => [
    method,
    (request: unknown) => ipcRenderer.invoke(CALL_CHANNEL, { method, request }),
  ]),
) as Calls

// Taken out: only the preload may name a path, and only one that the system gave with a dropped file.
const { registerDrop, ...forPage } = calls

const bridge: Bridge = {
  ...forPage,
  dropFile: (file) => registerDrop({ path: webUtils.getPathForFile(file) }),
  onEvent: (listener) => {
    // The event itself stays here: it would hand the page Electron's own objects.
    const onMessage = (_event: unknown, message: AppEvent) => listener(message)
    ipcRenderer.on(EVENT_CHANNEL, onMessage)
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, onMessage)
  },
}

contextBridge.exposeInMainWorld('leadlight', bridge)
