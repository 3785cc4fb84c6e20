/** The body of the analysis thread: answers questions about the history on a connection that cannot write. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { LeadPage } from '../../contract/history.ts'
import { refuse } from '../../contract/result.ts'
import { examine } from '../doctor.ts'
import { exportLeads } from '../importing/files/export-leads.ts'
import { exportRejects } from '../importing/files/export-rejects.ts'
import { openOutFile } from '../importing/files/open-out-file.ts'
import { leadsBehindIn } from '../monitoring/behind/leads-behind.ts'
import { readReference } from '../monitoring/windows/read-reference.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readManifest } from '../registry/read-bundle.ts'
import type { AnalysisOperations } from '../workers/analysis-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { type ActiveModel, getBatch, listBatches } from './batch-list.ts'
import { inMemorySqliteVersion, type ReadHandle } from './connection.ts'
import { getLead, refuseUnknownLead } from './get-lead.ts'
import { createLeadInputs, type LeadInputs } from './lead-inputs.ts'
import { createLeadLists, type LeadLists } from './list-leads.ts'
import { openOnDemand } from './open-on-demand.ts'
import { historyBytes } from './open-reader.ts'
import { EMPTY_OVERVIEW, readOverview } from './overview.ts'
import { readExportedLeads } from './read-exported-leads.ts'
import { emptyHealth, readHealth } from './read-health.ts'
import { readRejectedFrom, readRejects } from './read-rejects.ts'
import { refuseUnknownBatch } from './resumable-batch.ts'

/** An open history. */
interface Reading {
  readonly db: ReadHandle
  readonly lists: LeadLists
  readonly inputs: LeadInputs
}

const NO_LEADS: LeadPage = { rows: [], next: null, total: 0 }

/** Answers until the thread is stopped. While there is no history yet, the answers are empty. */
export function serveAnalysis(start: ThreadStart): ThreadBody<AnalysisOperations> {
  const { dataDir, resourcesDir } = start
  const { manifest, digest } = readManifest(bundledModelFolder(resourcesDir), systemFiles)
  const active: ActiveModel = { bands: manifest.bands, digest }
  const { reading, read, close } = openOnDemand(dataDir, readingOf(manifest, resourcesDir))
  return {
    handlers: {
      overview: () =>
        read(
          () => EMPTY_OVERVIEW,
          ({ db }) => readOverview(db, active),
        ),
      listLeads: (query) =>
        read(
          () => NO_LEADS,
          ({ lists }) => lists.page(query),
        ),
      getLead: ({ id }) =>
        read(
          () => refuseUnknownLead(id),
          ({ db, lists, inputs }) => getLead(db, lists.rows, inputs, id),
        ),
      exportLeads: async ({ filter, path }, { cancelled }) => {
        const history = reading()
        if (!history) refuse('nothing_to_export', 'There are no leads to export yet.')
        return exportLeads({
          fields: manifest.fields,
          leads: readExportedLeads(history.lists, history.inputs, manifest.fields, filter),
          file: openOutFile({ path, dataDir, input: null }, systemFiles),
          path,
          cancelled,
        })
      },
      listBatches: () =>
        read(
          () => [],
          ({ db }) => listBatches(db, digest),
        ),
      getBatch: ({ batch }) =>
        read(
          () => refuseUnknownBatch(batch),
          ({ db }) => getBatch(db, batch, active),
        ),
      exportRejects: ({ batch, path }) =>
        read(
          () => refuseUnknownBatch(batch),
          ({ db }) => {
            const from = readRejectedFrom(db, batch)
            // Never over the file that was imported: it is changed by nobody.
            const file = openOutFile({ path, dataDir, input: from.filePath }, systemFiles)
            return exportRejects({ from, rejects: readRejects(db, batch), file, path })
          },
        ),
      health: () =>
        read(
          () => emptyHealth(inMemorySqliteVersion(), manifest, systemClock),
          ({ db }) => readHealth(db, historyBytes(dataDir, systemFiles), manifest, systemClock),
        ),
      examine: () => examine(start, systemFiles),
    },
    close,
  }
}

function readingOf(manifest: Manifest, resourcesDir: string): (db: ReadHandle) => Reading {
  const behind = leadsBehindIn({
    manifest,
    reference: () => readReference(bundledModelFolder(resourcesDir), manifest, systemFiles),
    clock: systemClock,
  })
  return (db) => ({
    db,
    lists: createLeadLists(db, manifest.bands, { behind: behind(db) }),
    inputs: createLeadInputs(db),
  })
}
