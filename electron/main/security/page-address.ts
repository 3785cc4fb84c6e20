/** Where the app's page is, and with that, which addresses are the app's own. */

export const APP_SCHEME = 'app'
export const APP_HOST = 'leadlight'
const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`

/** The page and what may be trusted or requested because of it. */
export interface PageAddress {
  readonly url: string
  /** Whether an address is the app's own page or a part of it. */
  readonly isOwn: (url: string) => boolean
  /** Whether a request may be made at all. */
  readonly mayRequest: (url: string) => boolean
}

/**
 * The built page; while developing, the one that `electron-vite dev` serves on this machine. A packaged app knows only the
 * built one, whatever its environment says.
 */
export function pageAddress(options: {
  readonly isPackaged: boolean
  readonly developmentUrl: string | undefined
}): PageAddress {
  if (options.isPackaged || !options.developmentUrl)
    return { url: APP_PAGE, isOwn: isAppUrl, mayRequest: isAppUrl }
  const url = options.developmentUrl
  const { host } = new URL(url)
  const isServed = (other: string, protocols: readonly string[]) => {
    const parsed = URL.parse(other)
    return parsed !== null && parsed.host === host && protocols.includes(parsed.protocol)
  }
  return {
    url,
    isOwn: (other) => isServed(other, ['http:']),
    // The web socket brings changes while developing; the tools are Chromium's own page.
    mayRequest: (other) => isServed(other, ['http:', 'ws:']) || other.startsWith('devtools:'),
  }
}

// Protocol and host rather than origin: the origin of any app: address is the string "null".
function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === APP_HOST
}
