/** Keeps a page where it is: no navigation, no new window, no web view. */
import type { WebContents } from 'electron'
import type { PageAddress } from './page-address.ts'

/** The part of a page's contents that is hardened. */
export type HardenedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** Refuses to leave the app's page; a link to the web goes to `openOutside`, which asks first. */
export function hardenContents(
  contents: HardenedContents,
  page: PageAddress,
  openOutside: (url: string) => void,
): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!page.isOwn(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}
