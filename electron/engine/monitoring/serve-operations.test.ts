import { beforeEach, expect, test } from 'vitest'
import { refuse } from '../../contract/result.ts'
import {
  bundledModel,
  newTrialHistory,
  type TrialHistory,
  trialClock,
} from '../history/fixtures/trial-history.ts'
import { noteFailure } from '../history/note-failure.ts'
import type { OpenHistory } from '../history/open-history.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder } from '../registry/read-bundle.ts'
import { resourcesDir } from '../scoring/fixtures/invented-leads.ts'
import { createOperationsHandlers } from './serve-operations.ts'

const clock = trialClock(Date.parse(bundledModel.manifest.training.trainedAt))
let trial: TrialHistory
let history: OpenHistory
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

/** Where the model's reference cannot be read. */
const damaged = () => {
  const refused = async () => refuse('model_damaged', 'The reference is damaged.')
  return createOperationsHandlers({
    dataDir: trial.path,
    modelFolder: bundledModelFolder(resourcesDir),
    manifest: bundledModel.manifest,
    db: () => history.writer.db,
    drift: { report: refused, timeline: refused },
    clock,
    files: systemFiles,
  })
}
const context = (cancelled: boolean) => ({
  signal: new AbortController().signal,
  cancelled: () => cancelled,
  onProgress: () => {},
})

test('a reference that is damaged silences no rule but those on drift', async () => {
  for (let i = 0; i < 3; i += 1) {
    noteFailure(history.writer, { kind: 'lead', batch: null }, new Error('broken'), clock)
  }
  const reasons = await damaged().alertReasons({}, context(false))
  expect(reasons.map(({ kind }) => kind)).toEqual(['engine_down', 'errors'])
})

test('a report on speed that is not wanted any more is not made', async () => {
  const asked = damaged().latencyReport({ window: { kind: 'all' } }, context(true))
  await expect(asked).rejects.toThrow('cancelled')
})

test('cancelled, nothing is said of alerts: they would be taken for over', async () => {
  await expect(damaged().alertReasons({}, context(true))).rejects.toThrow('damaged')
})
