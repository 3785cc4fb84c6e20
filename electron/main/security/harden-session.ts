/** What pages may do with the machine: nothing. Requests that are not the app's own are cancelled. */
import type { Session } from 'electron'
import type { PageAddress } from './page-address.ts'

/** The part of a session that is hardened. */
export type HardenedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setProxy'
  | 'on'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** Denies every permission, every request that is not the app's own, and every download. */
export function hardenSession(session: HardenedSession, page: PageAddress): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // The spell checker fetches its dictionaries.
  session.setSpellCheckerEnabled(false)
  // Looking for a proxy is a request of its own on some systems.
  void session.setProxy({ mode: 'direct' })
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !page.mayRequest(details.url) && !isGivenPage(details) }),
  )
  session.on('will-download', (event) => event.preventDefault())
}

/**
 * A page that main hands over in its address, to be printed. Only main can: Chromium lets no page lead a window to such an
 * address, and `hardenContents` none anywhere.
 */
function isGivenPage({
  url,
  resourceType,
}: {
  readonly url: string
  readonly resourceType: string
}): boolean {
  return resourceType === 'mainFrame' && url.startsWith('data:text/html;')
}
