import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues
type Events = Protocol.Events

/** An event from Chromium, told apart by its method. */
export type DevToolsEvent = {
  [M in keyof Events]: { readonly method: M; readonly params: Events[M] }
}[keyof Events]

/** Chromium's DevTools protocol over a pair of pipes: no port is open. */
export interface DevToolsPipe {
  send<M extends keyof Commands>(method: M, params?: Commands[M], sessionId?: string): Promise<Answers[M]>
  /** Listens to one session's events; the browser's own session is the empty string. */
  listen(sessionId: string, listener: (event: DevToolsEvent) => void): void
  /** Fails every command under way. */
  close(reason: string): void
}

interface Pending {
  readonly method: string
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

type Message =
  | { readonly id: number; readonly result: never; readonly error?: { readonly message: string } }
  | (DevToolsEvent & { readonly id?: undefined; readonly sessionId?: string })

/** Speaks the protocol: JSON messages, each ended by a zero byte. */
export function openDevToolsPipe(input: Writable, output: Readable): DevToolsPipe {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, (event: DevToolsEvent) => void>()
  let lastId = 0

  function receive(message: Message): void {
    if (message.id === undefined) {
      listeners.get(message.sessionId ?? '')?.(message)
      return
    }
    const command = pending.get(message.id)
    pending.delete(message.id)
    if (message.error) command?.reject(new Error(`${command.method}: ${message.error.message}`))
    else command?.resolve(message.result)
  }

  splitAtZero(output, (text) => receive(JSON.parse(text)))
  // Writing to a Chromium that has gone is answered by close().
  input.on('error', () => undefined)

  return {
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1
        pending.set(lastId, { method, resolve, reject })
        input.write(`${JSON.stringify({ id: lastId, method, params: params ?? {}, sessionId })}\0`)
      }),
    listen: (sessionId, listener) => void listeners.set(sessionId, listener),
    close: (reason) => {
      for (const command of pending.values()) command.reject(new Error(`${command.method}: ${reason}`))
      pending.clear()
    },
  }
}

function splitAtZero(output: Readable, receive: (text: string) => void): void {
  let parts: Buffer[] = []
  output.on('data', (data: Buffer) => {
    let start = 0
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      parts.push(data.subarray(start, end))
      receive(Buffer.concat(parts).toString('utf8'))
      parts = []
      start = end + 1
    }
    parts.push(data.subarray(start))
  })
}
