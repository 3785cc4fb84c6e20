/** The moving parts of one import: rows are read, leads gathered and scored by the chunk, groups handed over. */
import type { Reject } from '../../../contract/importing.ts'
import type { Checkpoint } from '../../history/lead-chunk.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import type { Clock } from '../../platform/clock.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import { shortened } from '../../sentences/shortened.ts'
import { recordText } from '../csv/csv-tokenizer.ts'
import type { ScoredFile } from '../files/scored-file.ts'
import type { RowProblem } from '../rows/row-problem.ts'
import type { GroupWriter } from './group-writer.ts'
import type { LeadIntake } from './lead-intake.ts'
import type { Counts } from './progress-meter.ts'
import { createChunkScoring } from './score-chunk.ts'
import type { TextDigest } from './text-digest.ts'

/** Rows between two looks at the clock and at whether the user has cancelled. */
const ROWS_AT_A_TIME = 256
/** Rejected rows shown with the summary; all of them are in the history. */
const REJECTS_SHOWN = 100
const REJECT_CHARACTERS = 2000

export interface PipelineParts {
  readonly intake: LeadIntake
  readonly digest: TextDigest
  readonly model: Pick<OpenModel, 'manifest' | 'vectorizer' | 'scorer'>
  readonly groups: GroupWriter
  readonly clock: Clock
  readonly scoredFile: ScoredFile | null
  /** The first rejected rows of an import that goes on. */
  readonly rejects: readonly Reject[]
}

export interface ImportPipeline {
  /** Reads some rows: `ready` when gathered rows should be handed on, `end` after the last row. */
  readSome(): 'more' | 'ready' | 'end'
  /** Scores the leads gathered and hands over a group if it is full, or in any case when `all`. */
  handOn(all: boolean): Promise<void>
  readonly counts: Counts
  /** The first rejected rows. */
  readonly rejects: readonly Reject[]
}

/** Sets up an import; nothing is read yet. */
export function createImportPipeline(parts: PipelineParts): ImportPipeline {
  const { intake, digest, model, groups, clock, scoredFile } = parts
  const { reader } = intake
  const { manifest } = model
  const leads = createLeadColumns(manifest.fields, manifest.display.title)
  const scoreLeads = createChunkScoring({ leads, model, groups, clock, scoredFile })
  const rejects: Reject[] = [...parts.rejects]
  let { accepted, rejected, byteOffset } = groups.checkpoint

  function takeRow(): void {
    const problem = reader.read(leads)
    byteOffset = reader.nextOffset
    if (problem) {
      rejectRow(problem)
      return
    }
    const { start, end } = reader.record
    leads.keepLead(reader.row, end - start)
    scoredFile?.hold(reader.record)
    accepted++
  }

  function rejectRow({ reason, message }: RowProblem): void {
    const reject = { row: reader.row, reason, message, text: recordText(reader.record) }
    groups.addReject(reject)
    if (rejects.length < REJECTS_SHOWN) {
      rejects.push({ ...reject, text: shortened(reject.text, REJECT_CHARACTERS) })
    }
    rejected++
  }

  function checkpoint(): Checkpoint {
    const rows = accepted + rejected
    return {
      byteOffset,
      rows,
      accepted,
      rejected,
      repaired: reader.repaired,
      digest: digest.upTo(byteOffset),
    }
  }

  return {
    readSome() {
      for (let row = 0; row < ROWS_AT_A_TIME; row++) {
        if (!reader.next()) {
          // Blank rows below the last one count as read: an import that goes on from here must not count them again.
          byteOffset = Math.max(byteOffset, reader.nextOffset)
          return 'end'
        }
        takeRow()
        if (leads.full || groups.full) return 'ready'
      }
      return 'more'
    },
    async handOn(all) {
      await scoreLeads()
      const unstored = accepted + rejected > groups.checkpoint.rows
      if (groups.full || (all && unstored)) await groups.commit(checkpoint(), intake)
    },
    get counts() {
      return { rows: accepted + rejected, accepted, rejected, bytesRead: byteOffset }
    },
    rejects,
  }
}
