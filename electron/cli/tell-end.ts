/** What is said of an import beside its summary: that it was stopped, and what became of the files asked for. */
import type { ImportSummary } from '../contract/importing.ts'
import type { Engine } from '../engine/engine.ts'
import { counted } from '../engine/sentences/counted.ts'
import type { Ending } from './ending.ts'
import { note } from './output.ts'

/** The files that were asked for beside the import. */
export interface WishedFiles {
  readonly out?: string
  readonly rejects?: string
}

/** Writes the rejected rows if there are any; notes what is worth knowing, and how the command ends. */
export async function tellEnd(
  engine: Engine,
  { batch, cancelled, accepted, rejected }: ImportSummary,
  { out, rejects }: WishedFiles,
  ending: Ending,
): Promise<void> {
  if (cancelled) {
    ending.code = 1
    const stored = counted(accepted, 'lead scored so far is', 'leads scored so far are')
    note(`stopped: ${stored} stored as batch ${batch}`)
    if (out !== undefined)
      note(`the --out file was not written: "resume ${batch} --out FILE" writes all of it`)
    note(`"resume ${batch}" goes on with it, "undo ${batch}" takes its leads out again`)
  }
  if (rejects === undefined) return
  if (rejected === 0) note('no row was rejected: the --rejects file was not written')
  else await engine.exportRejects(batch, rejects)
}
