/** What a thread can be asked: one entry per operation, request and response as they cross the thread boundary. */
export interface Operation<Request = unknown, Response = unknown, Progress = never> {
  readonly request: Request
  readonly response: Response
  readonly progress: Progress
}

/** Any table of operations. */
export type OperationTable<T> = { readonly [Name in keyof T]: Operation<unknown, unknown, unknown> }

/** What a handler gets beside its request. */
export interface CallContext<Progress> {
  /** Aborted when the caller cancels or the thread is to stop; seen after the next `await`. */
  readonly signal: AbortSignal
  /** The same, visible at once: read it between slices of work that never waits. */
  readonly cancelled: () => boolean
  readonly onProgress: (progress: Progress) => void
}

/** One function per operation. */
export type Handlers<T extends OperationTable<T>> = {
  readonly [Name in keyof T]: (
    request: T[Name]['request'],
    context: CallContext<T[Name]['progress']>,
  ) => Promise<T[Name]['response']> | T[Name]['response']
}

/** What a thread does: its handlers, and what it lets go of when it stops. */
export interface ThreadBody<T extends OperationTable<T>> {
  readonly handlers: Handlers<T>
  /** Called after every running call has ended. */
  close(): Promise<void> | void
}

/** What every thread of the engine is told when it starts. */
export interface ThreadStart {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly access: 'read' | 'write'
  /** Address of the workbook thread's entry: the import thread starts it by itself. */
  readonly workbookThread: string
}
