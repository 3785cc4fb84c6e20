/**
 * Joins the page's world and the preload's isolated world through events on the window they share: they share the DOM, but
 * no objects. Pasted into both worlds as source, so only what is in this file and in codec.ts may be used.
 */
import type { decode, encode } from '../codec.ts'

type AnyFunction = (...args: unknown[]) => unknown

/** The codec, as each world has it. */
export interface WorldCodec {
  readonly encode: typeof encode
  readonly decode: typeof decode
}

type LinkMessage =
  | { readonly kind: 'call'; readonly id: number; readonly args: unknown[] }
  | { readonly kind: 'returned'; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'settled'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'hello' }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'expose'; readonly key: string; readonly api: unknown }

/** What a world does with messages that are its own. */
export type LinkListener = (message: Exclude<LinkMessage, { kind: 'call' | 'returned' | 'settled' }>) => void

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

/** One end of the link. */
export interface Link {
  readonly codec: WorldCodec
  readonly outEvent: string
  readonly listener: LinkListener
  readonly functions: AnyFunction[]
  readonly proxies: Map<number, AnyFunction>
  readonly waiting: Map<number, Waiting>
  promises: number
  returned: Extract<LinkMessage, { kind: 'returned' }> | null
}

/** Opens this world's end; `channel` is a secret name both ends know. */
export function openLink(
  side: 'page' | 'preload',
  channel: string,
  codec: WorldCodec,
  listener: LinkListener,
): Link {
  const link: Link = {
    codec,
    outEvent: channel + (side === 'page' ? 'preload' : 'page'),
    listener,
    functions: [],
    proxies: new Map(),
    waiting: new Map(),
    promises: 0,
    returned: null,
  }
  addEventListener(channel + side, (event) => {
    const { text, hostObjects } = (event as CustomEvent<{ text: string; hostObjects: unknown[] }>).detail
    const arrival = {
      functionOf: (id: number) => proxyOf(link, id),
      promiseOf: (id: number) => {
        return new Promise((resolve, reject) => void link.waiting.set(id, { resolve, reject }))
      },
      hostObjectOf: (id: number) => hostObjects[id],
    }
    receiveOverLink(link, codec.decode(text, arrival) as LinkMessage)
  })
  return link
}

/** Sends a message to the other world; it has been handled there when this returns. */
export function postOverLink(link: Link, message: LinkMessage): void {
  const hostObjects: unknown[] = []
  const text = link.codec.encode(message, {
    functionId: (value) => {
      const known = link.functions.indexOf(value)
      return known >= 0 ? known : link.functions.push(value) - 1
    },
    promiseId: (promise) => announceSettling(link, promise),
    hostObjectId: (value) => hostObjects.push(value) - 1,
  })
  dispatchEvent(new CustomEvent(link.outEvent, { detail: { text, hostObjects } }))
}

function announceSettling(link: Link, promise: Promise<unknown>): number {
  link.promises += 1
  const id = link.promises
  promise.then(
    (value) => postOverLink(link, { kind: 'settled', id, ok: true, value }),
    (value) => postOverLink(link, { kind: 'settled', id, ok: false, value }),
  )
  return id
}

function receiveOverLink(link: Link, message: LinkMessage): void {
  switch (message.kind) {
    case 'call':
      postOverLink(link, callHere(link, message.id, message.args))
      break
    case 'returned':
      link.returned = message
      break
    case 'settled': {
      const waiting = link.waiting.get(message.id)
      link.waiting.delete(message.id)
      if (message.ok) waiting?.resolve(message.value)
      else waiting?.reject(message.value)
      break
    }
    default:
      link.listener(message)
  }
}

function callHere(link: Link, id: number, args: unknown[]): LinkMessage {
  try {
    return { kind: 'returned', ok: true, value: link.functions[id]?.(...args) }
  } catch (thrown) {
    return { kind: 'returned', ok: false, value: thrown }
  }
}

function proxyOf(link: Link, id: number): AnyFunction {
  const known = link.proxies.get(id)
  if (known) return known
  const proxy: AnyFunction = (...args) => {
    postOverLink(link, { kind: 'call', id, args })
    // Events are dispatched synchronously: the answer is here already.
    const answer = link.returned
    link.returned = null
    if (answer?.ok) return answer.value
    throw answer?.value
  }
  link.proxies.set(id, proxy)
  return proxy
}

/** Everything above, to be pasted into a page as source. */
export const linkFunctions = [
  openLink,
  postOverLink,
  announceSettling,
  receiveOverLink,
  callHere,
  proxyOf,
] as const
