/**
 * Schemes of the app's own (`app://`). Chromium as it comes knows none, so their addresses are shown to it as https
 * addresses below a name that cannot exist, and every request for one is answered by the app's handler instead.
 */

/** Answers a request for one of the app's own addresses. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>

const SUFFIX = '.electron-double.test'
const schemes = new Map<string, SchemeHandler | null>()

/** Makes a scheme known; it has no handler yet. */
export function registerScheme(scheme: string): void {
  if (!schemes.has(scheme)) schemes.set(scheme, null)
}

/** Sets what answers a scheme; null takes it away. */
export function setSchemeHandler(scheme: string, handler: SchemeHandler | null): void {
  schemes.set(scheme, handler)
}

/** The handler of an address's scheme: null when it has none. */
export function handlerOf(url: string): SchemeHandler | null {
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/.exec(url) ?? []
  return schemes.get(scheme) ?? null
}

/** `app://host/path` as Chromium sees it: `https://host.app.electron-double.test/path`. */
export function toWebAddress(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/.exec(url) ?? []
  return schemes.has(scheme) ? `https://${host}.${scheme}${SUFFIX}${rest}` : url
}

/** The way back: what the app sees. */
export function toAppAddress(url: string): string {
  const [all, host, scheme, rest] = /^https:\/\/([^/]*)\.([^./]+)\.electron-double\.test(.*)$/.exec(url) ?? []
  return all === undefined ? url : `${scheme}://${host}${rest}`
}
