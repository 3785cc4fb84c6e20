/** The writing side of the history: one connection, and what keeps its tables in step. */
import { isOpenCategory } from '../../../model/bundle/field.ts'
import type { Manifest } from '../../../model/bundle/manifest.ts'
import { Refusal } from '../../contract/result.ts'
import type { BundleManifest } from '../registry/read-bundle.ts'
import { type Batches, createBatches } from './batches.ts'
import { categoryRoom } from './category-codes.ts'
import { explainDatabaseError, type WriteHandle } from './connection.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import { createLeadLister, type LeadLister } from './list-lead.ts'
import { ListWork } from './list-work.ts'
import { registerModel } from './models.ts'
import { createOperationsLog, type OperationsLog } from './operations.ts'
import { createOperationPacker, type OperationPacker } from './pack-operations.ts'
import { type ChunkStore, createChunkStore } from './store-chunk.ts'
import { createSupersededNotes, type NoteSuperseded } from './superseded.ts'
import { Turns } from './turns.ts'

export interface HistoryWriter {
  readonly db: WriteHandle
  /** Of the model that scores. */
  readonly manifest: Manifest
  /** Its number in the history. */
  readonly modelNumber: number
  readonly modelDigest: string
  readonly batches: Batches
  readonly chunks: ChunkStore
  readonly dictionary: Dictionary
  readonly operations: OperationsLog
  readonly packer: OperationPacker
  readonly lister: LeadLister
  readonly noteSuperseded: NoteSuperseded
  readonly lists: ListWork
  /** Batches that are being imported by this process. */
  readonly imports: Set<number>
  readonly turns: Turns
  /** Runs `work` in one transaction; what SQLite says against it becomes a refusal. */
  transaction<T>(work: () => T): T
  /** Writes what nobody waits for: storage times, words of leads typed in for the search, packed times. */
  followUp(): void
}

/** A writer over an open, migrated history. */
export function createHistoryWriter(db: WriteHandle, model: BundleManifest, nowMs: number): HistoryWriter {
  const operations = createOperationsLog(db)
  const packer = createOperationPacker(db)
  const lister = createLeadLister(db)
  const transaction: HistoryWriter['transaction'] = (work) => {
    try {
      // Immediate: a transaction that began by reading could not wait for another writer.
      return db.transaction(work).immediate()
    } catch (error) {
      throw asRefusal(error)
    }
  }
  return {
    db,
    manifest: model.manifest,
    modelNumber: registerModel(db, model, nowMs),
    modelDigest: model.digest,
    batches: createBatches(db),
    chunks: createChunkStore(db),
    dictionary: createDictionary(db, categoryRoom(model.manifest.fields.filter(isOpenCategory).length)),
    operations,
    packer,
    lister,
    noteSuperseded: createSupersededNotes(db),
    lists: new ListWork(),
    imports: new Set(),
    turns: new Turns(),
    transaction,
    followUp() {
      transaction(() => {
        operations.completePending()
        lister.indexNew()
        packer.packSome()
      })
    },
  }
}

/** An error of SQLite as a refusal with a sentence; any other as it is. */
export function asRefusal(error: unknown): unknown {
  const explained = explainDatabaseError(error)
  return explained ? new Refusal(explained, { cause: error }) : error
}
