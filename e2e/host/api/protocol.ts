import { strict } from '../strict.ts'
import { handlerOf, registerScheme, type SchemeHandler, setSchemeHandler } from './custom-schemes.ts'

let isAppReady = false

/** From now on it is too late to register schemes. */
export function closeSchemeRegistration(): void {
  isAppReady = true
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: readonly { readonly scheme: string }[]): void {
    if (isAppReady)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme } of list) registerScheme(scheme)
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlerOf(`${scheme}:`)) throw new Error(`protocol ${scheme} is already handled`)
    setSchemeHandler(scheme, handler)
  },
  unhandle: (scheme: string) => setSchemeHandler(scheme, null),
  isProtocolHandled: (scheme: string) => handlerOf(`${scheme}:`) !== null,
})
