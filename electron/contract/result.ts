/** How failure crosses a process boundary: as a value with a sentence a salesperson can act on. */

/** An expected failure, for programs and for people. */
export interface AppError {
  /** Stable word for programs and tests, e.g. `file_not_found`. */
  readonly code: string
  /** One sentence that says what is wrong. */
  readonly message: string
  /** One sentence that says what to do next. */
  readonly hint?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/** What crosses a boundary: a value, or why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError }

/** An expected failure on its way to a boundary, where it becomes a `Result`. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly error: AppError
  constructor(error: AppError, options?: ErrorOptions) {
    super(error.message, options)
    this.name = 'Refusal'
    this.error = error
  }
}

/** Throws an expected failure. */
export function refuse(code: string, message: string, hint?: string, details?: AppError['details']): never {
  throw new Refusal({ code, message, ...(hint ? { hint } : {}), ...(details ? { details } : {}) })
}

/** The error value of anything thrown: a refusal's own, or a plain sentence for a bug. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof Refusal) return thrown.error
  return {
    code: 'unexpected',
    message: `Something went wrong that should not have: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    hint: 'Nothing that was saved is lost. Try again; if it happens again, restart the app.',
  }
}

/** Closes a switch over a union: the compiler refuses a forgotten case. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
