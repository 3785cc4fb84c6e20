/**
 * The gate every call from a window passes: trusted sender, schema, handler, `Result`. The only file with `ipcMain`.
 */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import { CALL_CHANNEL, METHODS, type Method, requests } from '../../contract/methods.ts'
import { Refusal, type Result, refuse, toAppError } from '../../contract/result.ts'
import type { Handlers } from './handlers.ts'

/** Decides whether the sender of a call is the app's own page in one of its windows. */
export type TrustsSender = (sender: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean

const callSchema = z.strictObject({ method: z.enum(METHODS), request: z.unknown() })

/** Opens the one channel for calls. */
export function installIpcGate(handlers: Handlers, trustsSender: TrustsSender): void {
  ipcMain.handle(CALL_CHANNEL, (event, call: unknown) => answerCall(call, trustsSender(event), handlers))
}

/** Answers a call; never throws, whatever the call is. */
export async function answerCall(
  call: unknown,
  isTrusted: boolean,
  handlers: Handlers,
): Promise<Result<unknown>> {
  try {
    if (!isTrusted) refuse('sender_not_trusted', "Only the app's own window may do this.")
    const { method, request } = readCall(call)
    // The schema of this very method has read the request: the table's types cannot say so for a method known only now.
    const handler = handlers[method] as (request: unknown) => Promise<unknown>
    return { ok: true, value: await handler(request) }
  } catch (thrown) {
    // A refusal is an answer; anything else is a bug, and its place is worth knowing.
    if (!(thrown instanceof Refusal)) console.error(thrown)
    return { ok: false, error: toAppError(thrown) }
  }
}

function readCall(call: unknown): { method: Method; request: unknown } {
  const known = callSchema.safeParse(call)
  if (!known.success) refuseCall('call', known.error)
  const { method, request } = known.data
  const checked = requests[method].safeParse(request)
  if (!checked.success) refuseCall(method, checked.error)
  return { method, request: checked.data }
}

/** Names the place but not the content: what a person typed stays out of messages. */
function refuseCall(method: string, error: z.ZodError): never {
  const [issue] = error.issues
  const place = issue?.path.join('.').slice(0, 100) || 'the request'
  refuse(
    'request_not_valid',
    `The window asked for something the app does not take (${method}: ${place}).`,
    'Check what you entered and try again.',
    { method, place, problem: issue?.code ?? 'unknown' },
  )
}
