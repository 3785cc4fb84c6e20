import { beforeEach, describe, expect, test } from 'vitest'
import { getBatch, listBatches } from './batch-list.ts'
import { BatchWriter } from './batch-writer.ts'
import { everythingShown } from './fixtures/everything-shown.ts'
import {
  bundledModel,
  newTrialHistory,
  startTrialBatch,
  type TrialHistory,
  type TrialLead,
  trialClock,
  trialFile,
  trialGroups,
} from './fixtures/trial-history.ts'
import type { ChunkGroup } from './lead-chunk.ts'
import type { OpenHistory } from './open-history.ts'
import { findResumable, readResumable } from './resumable-batch.ts'
import { undoBatch } from './undo-batch.ts'

const { manifest, digest } = bundledModel
const active = { bands: manifest.bands, digest }

let trial: TrialHistory
let history: OpenHistory
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const leads: readonly TrialLead[] = Array.from({ length: 5000 }, (_, i) => ({
  score: Math.fround(((i * 31) % 100) / 100),
  identity: { name: `Lead ${i}` },
  industry: `Industry ${(i * i) % 13}`,
  jobtitle: `Title ${i % 9}`,
}))

/** Groups of the leads from a row on, as an import would hand them over that begins there. */
function* groupsFrom(rowsBefore: number): Generator<ChunkGroup> {
  for (const group of trialGroups(leads.slice(rowsBefore))) {
    const { checkpoint, chunks } = group
    const rows = checkpoint.rows + rowsBefore
    yield {
      ...group,
      chunks: chunks.map((chunk) => ({
        ...chunk,
        rowNumbers: chunk.rowNumbers.map((row) => row + rowsBefore),
      })),
      checkpoint: { ...checkpoint, rows, accepted: rows, byteOffset: rows * 100, digest: `after ${rows}` },
      state: `{"rows":${rows}}`,
    }
  }
}

/** Imports the first group, and is gone. */
async function importFirstGroup(): Promise<void> {
  const batch = startTrialBatch(history)
  const [group] = groupsFrom(0)
  if (group) batch.commit({ ...group, findings: [{ code: 'line_ends_mixed', message: 'They differ.' }] })
  await batch.abandon()
}

const goingOn = { resume: 1, filePath: null }
const writer = () => new BatchWriter(history.writer, trialClock(), () => false)

describe('an import that was interrupted', () => {
  test('goes on, and ends as if it had not been', async () => {
    const other = await newTrialHistory()
    const undisturbed = startTrialBatch(other.history)
    for (const group of groupsFrom(0)) undisturbed.commit(group)
    const result = await undisturbed.finish({ state: 'done', findings: [] }, () => {})
    const expected = await everythingShown(other.history.writer.db, ['title 3'], [])
    other.remove()

    await importFirstGroup()
    history = await trial.reopen()
    const { checkpoint } = readResumable(history.writer.db, 1, digest)
    const batch = writer()
    expect(await batch.resume(goingOn)).toEqual({ batch: 1 })
    const acknowledged = [...groupsFrom(checkpoint.rows)].map((group) => batch.commit(group).committed)
    expect(acknowledged).toEqual([4096, 5000])
    expect(await batch.finish({ state: 'done', findings: [] }, () => {})).toEqual(result)
    expect(await everythingShown(history.writer.db, ['title 3'], [])).toEqual(expected)
    expect(listBatches(history.writer.db, digest)).toMatchObject([
      { state: 'done', resumable: false, leads: 5000 },
    ])
  })

  test('tells all that is needed to go on', async () => {
    await importFirstGroup()
    expect(readResumable(history.writer.db, 1, digest)).toEqual({
      batch: 1,
      fileName: 'leads.csv',
      filePath: '/invented/leads.csv',
      fileBytes: 1000,
      checkpoint: {
        byteOffset: 204_800,
        rows: 2048,
        accepted: 2048,
        rejected: 0,
        repaired: 0,
        digest: 'after 2048',
      },
      settings: trialFile.settings,
      headerSignature: 'name',
      state: '{"rows":2048}',
      modelDigest: digest,
    })
    expect(getBatch(history.writer.db, 1, active)).toMatchObject({
      state: 'interrupted',
      resumable: true,
      warnings: [{ code: 'line_ends_mixed' }],
    })
  })

  test('is running again, without an end', async () => {
    await importFirstGroup()
    expect(listBatches(history.writer.db, digest)[0]?.endedAt).not.toBeNull()
    await writer().resume(goingOn)
    expect(listBatches(history.writer.db, digest)).toMatchObject([
      { state: 'running', endedAt: null, resumable: false },
    ])
  })

  test('remembers where its file is now, and where it was when that is not said', async () => {
    await importFirstGroup()
    const { filePath: where } = readResumable(history.writer.db, 1, digest)
    const first = writer()
    await first.resume(goingOn)
    await first.abandon()
    expect(readResumable(history.writer.db, 1, digest).filePath).toBe(where)
    const second = writer()
    await second.resume({ ...goingOn, filePath: '/moved/leads.csv' })
    await second.abandon()
    expect(readResumable(history.writer.db, 1, digest).filePath).toBe('/moved/leads.csv')
  })

  test('before its first group begins at the beginning', async () => {
    await startTrialBatch(history).abandon()
    expect(readResumable(history.writer.db, 1, digest)).toMatchObject({
      checkpoint: { byteOffset: 0, rows: 0, digest: null },
      state: null,
    })
  })

  test('takes no group twice and leaves none out', async () => {
    await importFirstGroup()
    const batch = writer()
    await batch.resume(goingOn)
    const [again] = groupsFrom(0)
    const [afterNext] = groupsFrom(4096)
    for (const group of [again, afterNext]) {
      if (group) expect(() => batch.commit(group)).toThrow('does not follow')
    }
    const [next] = groupsFrom(2048)
    if (next) expect(batch.commit(next).committed).toBe(4096)
  })

  test('goes on after its first part is ranked, if that is under way', async () => {
    const first = startTrialBatch(history)
    const [group] = groupsFrom(0)
    if (group) first.commit(group)
    const ranked = first.abandon()
    const batch = writer()
    const opened = batch.resume(goingOn)
    expect(batch.number).toBeNull()
    await ranked
    expect(await opened).toEqual({ batch: 1 })
  })
})

describe('there is no going on', () => {
  const refused = (reason: string) => ({
    error: { code: 'resume_impossible', details: { batch: 1, reason } },
  })
  const refusal = () => writer().resume(goingOn)

  test('with an import that is not there', async () => {
    await expect(refusal()).rejects.toMatchObject({ error: { code: 'batch_unknown' } })
  })

  test('with one that runs', async () => {
    startTrialBatch(history)
    await expect(refusal()).rejects.toMatchObject(refused('running'))
  })

  test('with one that came to its end', async () => {
    await startTrialBatch(history).finish({ state: 'done', findings: [] }, () => {})
    await expect(refusal()).rejects.toMatchObject(refused('done'))
  })

  test('with one that was undone', async () => {
    await importFirstGroup()
    await undoBatch(history.writer, 1, { onProgress: () => {}, stopped: () => false })
    await expect(refusal()).rejects.toMatchObject(refused('undone'))
  })

  test('when another model scores now', async () => {
    await importFirstGroup()
    const { db } = history.writer
    expect(() => readResumable(db, 1, 'f'.repeat(64))).toThrow('another model')
    expect(listBatches(db, 'f'.repeat(64))).toMatchObject([{ resumable: false }])
  })

  test('when its settings are not understood any more', async () => {
    await importFirstGroup()
    history.writer.db.exec(`UPDATE batch SET settings = '{"old":true}'`)
    await expect(refusal()).rejects.toMatchObject(refused('not_understood'))
    expect(findResumable(history.writer.db, 1, digest)).toBe('not_understood')
  })

  test('when the file could not be told from another', async () => {
    const batch = startTrialBatch(history)
    const [group] = trialGroups(leads)
    if (group) batch.commit(group)
    await batch.abandon()
    await expect(refusal()).rejects.toMatchObject(refused('not_kept'))
    expect(listBatches(history.writer.db, digest)).toMatchObject([{ resumable: false }])
  })
})
