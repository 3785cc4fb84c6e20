import { EventEmitter } from 'node:events'
import { strict } from '../strict.ts'
import { protocol } from './protocol.ts'

/** What a request filter is told. */
export interface RequestDetails {
  readonly id: string
  readonly url: string
  readonly method: string
  readonly resourceType: string
}
type RequestFilter = (details: RequestDetails, answer: (verdict: { cancel?: boolean }) => void) => void
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean

/** What the app decided about its session. */
interface Decisions {
  requestFilter: RequestFilter | null
  permissionRequest: PermissionRequest | null
  permissionCheck: PermissionCheck | null
}
const decisions: Decisions = { requestFilter: null, permissionRequest: null, permissionCheck: null }

const webRequest = strict('webRequest', {
  onBeforeRequest(filterOrListener: RequestFilter | object, listener?: RequestFilter): void {
    const filter = listener ?? filterOrListener
    decisions.requestFilter = typeof filter === 'function' ? (filter as RequestFilter) : null
  },
})

export const defaultSession = strict(
  'session',
  Object.assign(new EventEmitter(), {
    protocol,
    webRequest,
    setPermissionRequestHandler: (handler: PermissionRequest | null) => {
      decisions.permissionRequest = handler
    },
    setPermissionCheckHandler: (handler: PermissionCheck | null) => {
      decisions.permissionCheck = handler
    },
    // Chromium grants no device without a prompt, and the stand-in shows none.
    setDevicePermissionHandler: () => undefined,
    // The profile is new at every start and has no dictionary.
    setSpellCheckerEnabled: () => undefined,
    setSpellCheckerLanguages: () => undefined,
    setProxy: async () => undefined,
    clearStorageData: async () => undefined,
    clearCache: async () => undefined,
  }),
)

export const session = strict('session module', { defaultSession, fromPartition: () => defaultSession })

/** Whether the app's filter lets a request through. */
export async function mayRequest(details: RequestDetails): Promise<boolean> {
  const filter = decisions.requestFilter
  if (!filter) return true
  const verdict = await new Promise<{ cancel?: boolean }>((resolve) => filter(details, resolve))
  return verdict.cancel !== true
}

/** Whether the app grants a permission, asked as a page would: by a check and by a request. */
export async function mayUse(contents: unknown, permission: string, origin: string): Promise<boolean> {
  const { permissionCheck, permissionRequest } = decisions
  if (permissionCheck && !permissionCheck(contents, permission, origin)) return false
  if (!permissionRequest) return true
  return new Promise((resolve) => permissionRequest(contents, permission, resolve))
}
