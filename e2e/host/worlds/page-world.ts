/** The page's own world: receives what the preload exposes. Pasted into the page as source. */
import { type Link, openLink, postOverLink, type WorldCodec } from './link.ts'

/** What both worlds of a window are told. */
export interface WorldSettings {
  /** Name of the link between the worlds, a secret to the page's own code. */
  readonly channel: string
  /** Stands for the path of a file; the host puts the real path in when the message arrives. */
  readonly fileToken: string
  /** Name of the binding through which the preload's world reaches the host. */
  readonly binding: string
  /** The preload's `process`. */
  readonly process: {
    readonly platform: string
    readonly arch: string
    readonly versions: Readonly<Record<string, string | undefined>>
    readonly argv: readonly string[]
  }
}

/** Runs first in every document, in the page's world. */
export function startPageWorld(settings: WorldSettings, codec: WorldCodec): void {
  if (window !== window.top) return
  const link: Link = openLink('page', settings.channel, codec, (message) => {
    if (message.kind !== 'expose' || message.key in window) return
    Object.defineProperty(window, message.key, { value: deepFreeze(message.api), enumerable: true })
  })
  postOverLink(link, { kind: 'hello' })
  // New windows are the app's to decide, before Chromium opens any.
  window.open = (url: string | URL = '') => {
    postOverLink(link, { kind: 'open', url: new URL(url, document.baseURI).href })
    return null
  }
  const onClick = (event: MouseEvent) => askForNewWindow(link, event)
  addEventListener('click', onClick)
  addEventListener('auxclick', onClick)
}

function askForNewWindow(link: Link, event: MouseEvent): void {
  const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '')
  if (!(anchor instanceof HTMLAnchorElement) || event.defaultPrevented) return
  const inPlace =
    !event.ctrlKey && !event.metaKey && event.button !== 1 && ['', '_self'].includes(anchor.target)
  if (inPlace) return
  event.preventDefault()
  postOverLink(link, { kind: 'open', url: anchor.href })
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const item of Object.values(value)) deepFreeze(item)
  return Object.freeze(value)
}

/** Everything above, to be pasted into a page as source. */
export const pageWorldFunctions = [startPageWorld, askForNewWindow, deepFreeze] as const
