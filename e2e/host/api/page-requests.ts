import type { Protocol } from '../devtools-pipe.ts'
import { handlerOf, toAppAddress } from './custom-schemes.ts'
import { mayRequest } from './session.ts'

type Paused = Protocol.Fetch.requestPausedPayload
type Header = Protocol.Fetch.HeaderEntry

/** What is to be done with a request that Chromium has stopped at. */
export type RequestVerdict =
  | { readonly kind: 'fail'; readonly reason: Protocol.Network.ErrorReason }
  | { readonly kind: 'continue' }
  | { readonly kind: 'fulfil'; readonly status: number; readonly headers: Header[]; readonly body: string }

/** Decides on a request: the app's filter first, then the handler of its scheme. */
export async function answerRequest({ requestId, request, resourceType }: Paused): Promise<RequestVerdict> {
  const url = toAppAddress(request.url)
  if (!(await mayRequest({ id: requestId, url, method: request.method, resourceType }))) {
    return { kind: 'fail', reason: 'BlockedByClient' }
  }
  const handler = handlerOf(url)
  if (handler) {
    const body = request.postData === undefined ? null : Buffer.from(request.postData, 'latin1')
    return fulfil(await handler(new Request(url, { method: request.method, headers: request.headers, body })))
  }
  const isOwnSchemeWithoutHandler = url !== request.url
  return isOwnSchemeWithoutHandler ? { kind: 'fail', reason: 'AddressUnreachable' } : { kind: 'continue' }
}

async function fulfil(response: Response): Promise<RequestVerdict> {
  const headers = [...response.headers].map(([name, value]) => ({ name, value }))
  const policy = response.headers.get('content-security-policy') ?? ''
  // Under the substitute address such a source would match nothing, and in Electron everything of the app.
  if (/\bapp:/.test(policy))
    throw new Error('electron-double does not implement a scheme as a source in a CSP')
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { kind: 'fulfil', status: response.status, headers, body }
}
