/** Closes a switch over a union: the compiler refuses a forgotten case. The model folder imports none of the app's. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
