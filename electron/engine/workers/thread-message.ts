/** The messages between a thread and the one that started it. Only thread-client.ts and thread-host.ts use them. */
import type { AppError } from '../../contract/result.ts'

export type ToThread =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly operation: string
      readonly request: unknown
      /** One Int32; 1 once the caller has cancelled. */
      readonly cancelFlag: SharedArrayBuffer
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'stop' }

export type FromThread =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: ThreadFailure }
  /** The thread could not start, e.g. because another process holds the lock; it ends by itself. */
  | { readonly kind: 'notStarted'; readonly failure: ThreadFailure }

/** An error on its way through the boundary, which would strip its class. */
export type ThreadFailure =
  | { readonly kind: 'refusal'; readonly error: AppError }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined }
