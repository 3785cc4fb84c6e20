import { expect, test } from 'vitest'
import {
  bundledModel,
  newTrialHistory,
  startTrialBatch,
  trialFile,
  trialGroups,
} from '../../history/fixtures/trial-history.ts'
import { historyOfImports } from './history-of-imports.ts'

const { manifest, digest } = bundledModel

test('a stopped import whose settings are not understood any more is none that could go on', async () => {
  const { history, remove } = await newTrialHistory()
  try {
    const batch = startTrialBatch(history)
    const [group] = trialGroups([{ score: 0.5 }])
    if (group) batch.commit({ ...group, checkpoint: { ...group.checkpoint, digest: 'a' } })
    await batch.abandon()
    const { db } = history.writer
    const stopped = () =>
      historyOfImports(db, { bands: manifest.bands, digest }).stoppedImports(trialFile.fileBytes)
    expect(stopped()).toHaveLength(1)
    db.exec(`UPDATE batch SET settings = '{"old":true}'`)
    expect(stopped()).toEqual([])
  } finally {
    remove()
  }
})
