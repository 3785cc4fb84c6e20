/** Calls over the bridge, with failure as an exception: that is what TanStack Query understands. */
import type { FileTicket, Method, Request, Responses } from '../../electron/contract/methods.ts'
import { Refusal, type Result } from '../../electron/contract/result.ts'

type Callable = Exclude<Method, 'registerDrop'>
type Calls = { readonly [M in Callable]: (request: Request<M>) => Promise<Result<Responses[M]>> }

/** Calls main; throws a `Refusal` that carries the sentence when main refuses. */
export async function call<M extends Callable>(method: M, request: Request<M>): Promise<Responses[M]> {
  const calls: Calls = window.leadlight
  return unwrap(await calls[method](request))
}

/** Hands a dropped file to main, which answers with a ticket; the page never sees its path. */
export async function dropFile(file: File): Promise<FileTicket> {
  return unwrap(await window.leadlight.dropFile(file))
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refusal(result.error)
}
