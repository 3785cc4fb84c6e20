import { beforeEach, expect, test } from 'vitest'
import type { ImportSettings } from '../../contract/import-settings.ts'
import { BatchWriter } from './batch-writer.ts'
import { newTrialHistory, trialClock, trialFile } from './fixtures/trial-history.ts'
import type { OpenHistory } from './open-history.ts'
import { rememberedSettings } from './remembered-settings.ts'
import { undoBatch } from './undo-batch.ts'

let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const mappingTo = (column: number) => [{ column, target: { kind: 'identity', name: 'name' } }] as const

async function importWith(headerSignature: string, column: number, read: ImportSettings['read']) {
  const batch = new BatchWriter(history.writer, trialClock(), () => false)
  const mapping = [...mappingTo(column)]
  batch.open({ ...trialFile, headerSignature, mapping, settings: { ...trialFile.settings, mapping, read } })
  await batch.finish({ state: 'done', findings: [] }, () => {})
}

test('the last import with the same columns is remembered', async () => {
  await importWith('a', 1, { decimal: ',' })
  await importWith('a', 2, { decimal: '.' })
  await importWith('b', 3, {})
  expect(rememberedSettings(history.writer.db, 'a')).toEqual({
    mapping: mappingTo(2),
    read: { decimal: '.' },
  })
  expect(rememberedSettings(history.writer.db, 'c')).toBeNull()
})

test('one that was undone is not', async () => {
  await importWith('a', 1, {})
  await importWith('a', 2, {})
  await undoBatch(history.writer, 2, { onProgress: () => {}, stopped: () => false })
  expect(rememberedSettings(history.writer.db, 'a')).toMatchObject({ mapping: mappingTo(1) })
})

test('what is not understood any more is forgotten', async () => {
  await importWith('a', 1, { decimal: ',' })
  history.writer.db.exec(`UPDATE batch SET settings = '{"old":true}'`)
  expect(rememberedSettings(history.writer.db, 'a')).toEqual({ mapping: mappingTo(1), read: {} })
  history.writer.db.exec(`UPDATE batch SET mapping = '{"old":true}'`)
  expect(rememberedSettings(history.writer.db, 'a')).toBeNull()
})
