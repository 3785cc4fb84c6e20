/**
 * Structured clone to a string and back. The same source runs in Node, in the page and in the preload's world, so every
 * function here must be self-contained: no imports, no module constants, only each other (see `codecFunctions`).
 */

type AnyFunction = (...args: unknown[]) => unknown

/** What a bridge lets through besides cloned values, as ids: functions, promises and host objects (File, Blob). */
export interface Passage {
  readonly functionId?: (value: AnyFunction) => number
  readonly promiseId?: (value: Promise<unknown>) => number
  readonly hostObjectId?: (value: unknown) => number
}

/** The way back of `Passage`. */
export interface Arrival {
  readonly functionOf?: (id: number) => unknown
  readonly promiseOf?: (id: number) => unknown
  readonly hostObjectOf?: (id: number) => unknown
}

interface Encoding {
  readonly passage: Passage
  readonly seen: Map<unknown, number>
}

interface Decoding {
  readonly arrival: Arrival
  readonly seen: unknown[]
}

/** Writes a value as structured clone would carry it; throws DataCloneError where structured clone does. */
export function encode(value: unknown, passage: Passage = {}): string {
  return JSON.stringify(encodeValue(value, { passage, seen: new Map() }))
}

/** Reads what `encode` wrote. */
export function decode(text: string, arrival: Arrival = {}): unknown {
  return decodeValue(JSON.parse(text), { arrival, seen: [] })
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

function refuseToClone(value: unknown): never {
  throw new DOMException(`An object could not be cloned: ${kindOf(value)}`, 'DataCloneError')
}

function encodeValue(value: unknown, encoding: Encoding): unknown {
  const { passage } = encoding
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (Object.is(value, -0)) return ['number', '-0']
      return Number.isFinite(value) ? value : ['number', String(value)]
    case 'undefined':
      return ['undefined']
    case 'bigint':
      return ['bigint', String(value)]
    case 'symbol':
      return refuseToClone(value)
    case 'function':
      return passage.functionId
        ? ['function', passage.functionId(value as AnyFunction)]
        : refuseToClone(value)
    default:
      return value === null || value === undefined ? null : encodeObject(value, encoding)
  }
}

function encodeObject(value: object, encoding: Encoding): unknown {
  const { passage, seen } = encoding
  if (seen.has(value)) return ['seen', seen.get(value)]
  const kind = kindOf(value)
  if (value instanceof Error) return ['error', value.name, value.message, value.stack]
  if (value instanceof Promise)
    return passage.promiseId ? ['promise', passage.promiseId(value)] : refuseToClone(value)
  if (kind === 'File' || kind === 'Blob') {
    return passage.hostObjectId ? ['hostObject', passage.hostObjectId(value)] : refuseToClone(value)
  }
  if (value instanceof Date) return ['date', value.getTime()]
  if (value instanceof RegExp) return ['regexp', value.source, value.flags]
  if (value instanceof ArrayBuffer) return ['bytes', 'ArrayBuffer', bytesToText(new Uint8Array(value))]
  if (ArrayBuffer.isView(value)) {
    return ['bytes', kind, bytesToText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
  }
  if (/^(Weak|Window|HTML|global)/.test(kind)) return refuseToClone(value)
  const id = seen.size
  seen.set(value, id)
  const inner = (item: unknown) => encodeValue(item, encoding)
  if (Array.isArray(value)) return ['array', id, Array.from(value, inner)]
  if (value instanceof Map) return ['map', id, Array.from(value, ([key, item]) => [inner(key), inner(item)])]
  if (value instanceof Set) return ['set', id, Array.from(value, inner)]
  return ['object', id, Object.entries(value).map(([key, item]) => [key, inner(item)])]
}

function decodeValue(node: unknown, decoding: Decoding): unknown {
  if (!Array.isArray(node)) return node
  const [kind, first, second, third] = node
  const { arrival, seen } = decoding
  switch (kind) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(first)
    case 'bigint':
      return BigInt(first)
    case 'function':
      return arrival.functionOf?.(first)
    case 'promise':
      return arrival.promiseOf?.(first)
    case 'hostObject':
      return arrival.hostObjectOf?.(first)
    case 'seen':
      return seen[first]
    case 'date':
      return new Date(first)
    case 'regexp':
      return new RegExp(first, second)
    case 'error':
      return decodeError(first, second, third)
    case 'bytes':
      return decodeBytes(first, second)
    default:
      return decodeContainer(kind, first, second, decoding)
  }
}

function decodeContainer(kind: unknown, id: number, items: unknown[], decoding: Decoding): unknown {
  // The container is remembered before its items are read: an item may point back at it.
  const remember = <T>(container: T): T => {
    decoding.seen[id] = container
    return container
  }
  const inner = (item: unknown) => decodeValue(item, decoding)
  const pairs = items as [unknown, unknown][]
  if (kind === 'array') {
    const array: unknown[] = remember([])
    for (const item of items) array.push(inner(item))
    return array
  }
  if (kind === 'map') {
    const map = remember(new Map<unknown, unknown>())
    for (const [key, item] of pairs) map.set(inner(key), inner(item))
    return map
  }
  if (kind === 'set') {
    const set = remember(new Set<unknown>())
    for (const item of items) set.add(inner(item))
    return set
  }
  const object: Record<string, unknown> = remember({})
  for (const [key, item] of pairs) {
    // Defined rather than assigned: a key called __proto__ must arrive as a key, for the gate to refuse.
    Object.defineProperty(object, String(key), {
      value: inner(item),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return object
}

function decodeError(name: string, message: string, stack: string | undefined): Error {
  const known: Record<string, ErrorConstructor> = { TypeError, RangeError, SyntaxError }
  const error = new (known[name] ?? Error)(message)
  if (error.name !== name) error.name = name
  if (stack !== undefined) error.stack = stack
  return error
}

function decodeBytes(kind: string, text: string): unknown {
  const { buffer } = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  if (kind === 'ArrayBuffer') return buffer
  const views = globalThis as unknown as Record<string, (new (bytes: ArrayBuffer) => unknown) | undefined>
  const View = views[kind]
  if (!View) throw new Error(`no such view of bytes: ${kind}`)
  return new View(buffer)
}

function bytesToText(bytes: Uint8Array): string {
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}

/** Everything above, to be pasted into a page as source. */
export const codecFunctions = [
  encode,
  decode,
  kindOf,
  refuseToClone,
  encodeValue,
  encodeObject,
  decodeValue,
  decodeContainer,
  decodeError,
  decodeBytes,
  bytesToText,
] as const
