/** What is said of an import beside its summary: that it was stopped, and where its rejected rows are. */
import type { ImportSummary } from '../contract/importing.ts'
import type { Engine } from '../engine/engine.ts'
import type { Ending } from './ending.ts'
import { INTERRUPTED } from './interruptible.ts'
import { note } from './output.ts'

/** Writes the rejected rows to `rejectsFile` if there are any; notes what is worth knowing, and how the command ends. */
export async function tellEnd(
  engine: Engine,
  { batch, cancelled, accepted, rejected }: ImportSummary,
  rejectsFile: string | undefined,
  ending: Ending,
): Promise<void> {
  if (cancelled) {
    ending.code = INTERRUPTED
    note(`stopped: the ${accepted} leads scored so far are stored as batch ${batch}`)
    note(`resume ${batch} goes on with it, undo ${batch} takes them out again`)
  }
  if (rejectsFile === undefined) return
  if (rejected === 0) note('no row was rejected: no file was written')
  else await engine.exportRejects(batch, rejectsFile)
}
