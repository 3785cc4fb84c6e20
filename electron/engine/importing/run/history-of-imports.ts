/** What earlier imports left that matters to this one: who is known, how columns were mapped, what stopped half-way. */
import type { Batch } from '../../../contract/history.ts'
import type { DuplicatePolicy, Reject } from '../../../contract/importing.ts'
import { type ActiveModel, getBatch, listBatches } from '../../history/batch-list.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { readKnownLeads } from '../../history/known-leads.ts'
import { readRejectedRows } from '../../history/read-rejects.ts'
import { type RememberedSettings, rememberedSettings } from '../../history/remembered-settings.ts'
import {
  findResumable,
  type ResumableBatch,
  readResumable,
  refuseUnknownBatch,
} from '../../history/resumable-batch.ts'
import { countStored } from '../../history/score-rollup.ts'
import { DuplicateCheck, type DuplicateState } from '../duplicates/duplicate-policy.ts'
import { DuplicateFinder } from '../duplicates/find-duplicates.ts'

export interface DuplicateOptions {
  readonly policy: DuplicatePolicy
  /** Rows the file may have. */
  readonly rows: number
  /** Any number: see `DuplicateFinder`. */
  readonly seed: number
  /** An import that goes on, and what it had found. */
  readonly resume: { readonly batch: number; readonly state: DuplicateState | null } | null
  readonly cancelled: () => boolean
}

export interface HistoryOfImports {
  /** How the latest file with these columns was read. */
  remembered(headerSignature: string): RememberedSettings | null
  /** Knows every lead of the history; null when it was cancelled on the way. */
  duplicateCheck(options: DuplicateOptions): DuplicateCheck | null
  /** Imports of files of this size that can go on, the newest first. */
  stoppedImports(fileBytes: number): readonly StoppedImport[]
  resumable(batch: number): ResumableBatch
  /** Its first rejected rows. */
  rejects(batch: number): readonly Reject[]
  /** The numbers of all of them, ascending. */
  rejectedRows(batch: number): Uint32Array
}

export interface StoppedImport {
  readonly shown: Batch
  readonly resumable: ResumableBatch
}

/** A history; `db` is null while there is none yet. */
export function historyOfImports(db: ReadHandle | null, model: ActiveModel): HistoryOfImports {
  if (db === null) return EMPTY
  return {
    remembered: (headerSignature) => rememberedSettings(db, headerSignature),
    duplicateCheck: ({ policy, rows, seed, resume, cancelled }) => {
      const finder = new DuplicateFinder(countStored(db) + rows, seed, { everyCopy: policy === 'update' })
      const complete = readKnownLeads(
        db,
        (id, batch, row, name, company, email, link) => {
          const ofThisImport = batch !== null && batch === resume?.batch && row !== null
          finder.learn(ofThisImport ? { kind: 'row', row } : { kind: 'lead', id }, {
            name,
            company,
            email,
            link,
          })
        },
        cancelled,
        resume?.batch ?? null,
      )
      return complete ? new DuplicateCheck(finder, policy, resume?.state ?? null) : null
    },
    stoppedImports: (fileBytes) =>
      listBatches(db, model.digest)
        .filter((batch) => batch.resumable && batch.rows > 0 && batch.fileBytes === fileBytes)
        .flatMap((shown) => {
          const resumable = findResumable(db, shown.id, model.digest)
          return typeof resumable === 'string' ? [] : [{ shown, resumable }]
        }),
    resumable: (batch) => readResumable(db, batch, model.digest),
    rejects: (batch) => getBatch(db, batch, model).rejects,
    rejectedRows: (batch) => readRejectedRows(db, batch),
  }
}

const EMPTY: HistoryOfImports = {
  remembered: () => null,
  duplicateCheck: ({ policy, rows, seed }) => new DuplicateCheck(new DuplicateFinder(rows, seed), policy),
  stoppedImports: () => [],
  resumable: (batch) => refuseUnknownBatch(batch),
  rejects: () => [],
  rejectedRows: () => new Uint32Array(),
}
