/** The workspace that is open: the user's own leads, or the invented ones. Each has a history of its own. */
import { join } from 'node:path'
import type { Workspace } from '../../contract/app-info.ts'

/** What can be closed when another workspace is opened. */
interface Closable {
  close(): Promise<void>
}

/** The open workspace and its engine. */
export interface Workspaces<E extends Closable> {
  readonly current: () => { readonly workspace: Workspace; readonly dataDir: string }
  /** The engine of the open workspace; opened on first use, and tried again after a failure. */
  engine(): Promise<E>
  /** Closes the open workspace and opens this one. */
  open(workspace: Workspace): Promise<E>
  /** Closes what is open. */
  close(): Promise<void>
}

/** `beforeClose` stops what runs on an engine before it is closed. */
export function createWorkspaces<E extends Closable>(options: {
  readonly dataDir: string
  readonly openEngine: (dataDir: string) => Promise<E>
  readonly beforeClose: () => Promise<void>
}): Workspaces<E> {
  let workspace: Workspace = 'own'
  let opening: Promise<E> | null = null
  // Opening and closing take turns: two engines on one folder would lock each other out.
  let turn: Promise<unknown> = Promise.resolve()

  const folder = () => (workspace === 'own' ? options.dataDir : join(options.dataDir, 'demo'))

  function engine(): Promise<E> {
    if (opening) return opening
    const attempt = options.openEngine(folder())
    opening = attempt
    // A failure is not kept: the next call tries again, when the user has freed the disk or closed the other window.
    attempt.catch(() => {
      if (opening === attempt) opening = null
    })
    return attempt
  }

  async function closeEngine(): Promise<void> {
    const open = await opening?.catch(() => null)
    opening = null
    if (!open) return
    await options.beforeClose()
    await open.close()
  }

  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = turn.then(step)
    turn = result.catch(() => undefined)
    return result
  }

  return {
    current: () => ({ workspace, dataDir: folder() }),
    engine: () => inTurn(engine),
    open: (wanted) =>
      inTurn(async () => {
        if (wanted !== workspace) await closeEngine()
        workspace = wanted
        return engine()
      }),
    close: () => inTurn(closeEngine),
  }
}
