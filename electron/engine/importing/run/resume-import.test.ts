import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  DEFAULT_SETTINGS,
  type Encoding,
  type ImportProgress,
  type ImportSettings,
} from '../../../contract/importing.ts'
import { Refusal } from '../../../contract/result.ts'
import type { NewBatch } from '../../history/batch-sink.ts'
import type { ResumableBatch } from '../../history/resumable-batch.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import { DuplicateCheck } from '../duplicates/duplicate-policy.ts'
import { DuplicateFinder } from '../duplicates/find-duplicates.ts'
import { rowsAsRead } from '../files/scored-rows.ts'
import { type Imported, importBytes, openBundledModel } from '../fixtures/import-in-memory.ts'
import { createRecordingSink, type RecordingSink } from '../fixtures/recording-sink.ts'
import { openBytes } from '../source/open-text.ts'
import { readImportState } from './import-state.ts'
import { planImport } from './plan-import.ts'
import { findUnfinished, requireSameFile } from './resume-import.ts'
import { type ResumePoint, runImport } from './run-import.ts'

let model: OpenModel
beforeAll(async () => {
  model = await openBundledModel()
})
afterAll(() => model.release())

const ROWS = 5000
/** Every kind of row: leads, the same leads again, rows too long, cells that cannot be read, blank ones. */
const rows = Array.from({ length: ROWS }, (_, row) => {
  const who = `Zoé ${row % 1900},Iron Daisy,zoe${row % 1900}@example.com`
  if (row % 97 === 5) return `${who},70,CEO,Software,one cell too many`
  if (row % 101 === 7) return `${who},plenty,CEO,Software`
  if (row % 301 === 9) return `\n${who},70,Élue,Industry ${row}`
  return `${who},${row % 100},"Head, of\nSales",Software`
})
const text = `name,company,email,llm_quality,jobtitle,industry\n${rows.join('\n')}\n\n`

const encoded: Readonly<Record<string, { readonly encoding: Encoding; readonly bytes: Buffer }>> = {
  'UTF-8': { encoding: 'utf-8', bytes: Buffer.from(text) },
  'Windows-1252': { encoding: 'windows-1252', bytes: Buffer.from(text, 'latin1') },
  'UTF-16': { encoding: 'utf-16le', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') },
}

/** What a resumed import finds in the history after its first part. */
function stopped(first: Imported): ResumableBatch {
  const [opened] = first.sink.opened
  const batch = opened && 'settings' in opened ? opened : null
  const last = first.sink.groups.at(-1)
  if (!batch || !last) throw new Error('nothing was stored')
  const { fileName, filePath, fileBytes, headerSignature, settings }: NewBatch = batch
  return {
    batch: 1,
    fileName,
    filePath,
    fileBytes,
    headerSignature,
    settings,
    checkpoint: last.checkpoint,
    state: first.sink.groups.findLast(({ state }) => state !== null)?.state ?? null,
    modelDigest: '',
  }
}

/** Who was known when the import goes on: what the first part stored. */
function knownFrom(sink: RecordingSink): DuplicateFinder {
  const finder = new DuplicateFinder(0, 99)
  for (const { row, name, company, email, link } of sink.leads) {
    finder.learn({ kind: 'row', row }, { name, company, email, link })
  }
  return finder
}

/** A scored copy in memory. */
function copyInMemory() {
  const pieces: Buffer[] = []
  const file = {
    write: (bytes: Uint8Array) => pieces.push(Buffer.from(bytes)),
    finish: () => {},
    discard: () => {},
  }
  return { outFile: rowsAsRead(file), text: () => Buffer.concat(pieces).toString() }
}

async function goOn(first: Imported, bytes: Buffer, duplicates: ImportSettings['duplicates']) {
  const batch = stopped(first)
  const file = openBytes(bytes, batch.settings.read)
  const state = readImportState(batch.state)
  const resume: ResumePoint = {
    batch: batch.batch,
    checkpoint: batch.checkpoint,
    filePath: '/moved.csv',
    state,
    hash: requireSameFile(file, batch, () => false),
    rejects: first.summary.rejects,
    rejectedRows: Uint32Array.from(first.sink.rejects, ({ row }) => row),
  }
  const sink = createRecordingSink()
  const copy = copyInMemory()
  const progress: ImportProgress[] = []
  let us = 0
  const summary = await runImport({
    plan: planImport(file, batch.settings, { fields: model.manifest.fields, thisYear: 2026 }),
    duplicates: new DuplicateCheck(knownFrom(first.sink), duplicates, state?.duplicates ?? null),
    job: 'job',
    model,
    sink,
    clock: { nowMs: () => 0, elapsedUs: () => (us += 100_000) },
    outFile: copy.outFile,
    resume,
    cancelled: () => false,
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
  })
  return { summary, sink, scoredCopy: copy.text(), progress }
}

const lasting = ({ seconds, rowsPerSecond, batch, ...summary }: Imported['summary']) => summary
const superseded = (sink: RecordingSink) => sink.groups.flatMap((group) => group.superseded)

describe('an import that goes on', () => {
  it.each([
    ['UTF-8', 'again'],
    ['UTF-8', 'skip'],
    ['UTF-8', 'update'],
    ['Windows-1252', 'again'],
    ['UTF-16', 'update'],
  ] as const)('of a file in %s, with "%s", ends as if it had never stopped', async (name, duplicates) => {
    const { bytes, encoding } = encoded[name] ?? { bytes: Buffer.from(''), encoding: 'utf-8' }
    const settings = { duplicates, read: name === 'UTF-8' ? {} : { encoding } }
    const wholeCopy = copyInMemory()
    const whole = await importBytes(bytes, model, settings, { outFile: wholeCopy.outFile })
    const leads = JSON.stringify(whole.sink.leads)
    expect(whole.summary.duplicates.inFile).toBeGreaterThan(1000)
    expect(whole.summary.rejected).toBeGreaterThan(50)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 20 }), async (slices) => {
        let looks = 0
        const cancelled = () => ++looks > slices
        const first = await importBytes(bytes, model, settings, { cancelled })
        expect(first.summary.cancelled).toBe(true)
        const { summary, sink, scoredCopy } = await goOn(first, bytes, duplicates)
        expect(sink.opened).toEqual([{ resume: 1, filePath: '/moved.csv' }])
        expect(JSON.stringify([...first.sink.leads, ...sink.leads])).toBe(leads)
        expect([...first.sink.rejects, ...sink.rejects]).toEqual(whole.sink.rejects)
        expect(scoredCopy === wholeCopy.text()).toBe(true)
        expect([...superseded(first.sink), ...superseded(sink)]).toEqual(superseded(whole.sink))
        expect(sink.groups.at(-1)?.checkpoint).toEqual(whole.sink.groups.at(-1)?.checkpoint)
        expect(lasting(summary)).toEqual(lasting(whole.summary))
      }),
      { numRuns: 4 },
    )
  })

  it('says how far it is while the copy of its first part is written, and from there on', async () => {
    let looks = 0
    const bytes = Buffer.from(text)
    const first = await importBytes(bytes, model, {}, { cancelled: () => ++looks > 10 })
    const { progress } = await goOn(first, bytes, 'again')
    const { rows: rowsBefore } = stopped(first).checkpoint
    const rows = progress.map((step) => step.rows)
    expect(rows.filter((row) => row < rowsBefore).length).toBe(Math.floor(rowsBefore / 256))
    expect(rows.at(-1)).toBe(ROWS)
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    for (const { batch, accepted, rejected, rows: read, bytesRead, bytesTotal } of progress) {
      expect(batch).toBe(1)
      expect(accepted + rejected).toBe(read)
      expect(bytesRead).toBeLessThanOrEqual(bytesTotal)
    }
  })

  it('after its last row, before its end was noted, reads nothing twice: neither rows nor the blank ones below', async () => {
    const wholeCopy = copyInMemory()
    const whole = await importBytes(Buffer.from(text), model, {}, { outFile: wholeCopy.outFile })
    const { summary, sink, scoredCopy } = await goOn(whole, Buffer.from(text), 'again')
    expect(sink.groups).toEqual([])
    expect(scoredCopy === wholeCopy.text()).toBe(true)
    expect(lasting(summary)).toEqual(lasting(whole.summary))
    expect(summary.warnings.map(({ code }) => code)).toContain('rows_blank_skipped')
  })

  it('is refused when the file is another one, shorter, longer or changed before the checkpoint', async () => {
    const bytes = Buffer.from(text)
    let looks = 0
    const first = await importBytes(bytes, model, {}, { cancelled: () => ++looks > 10 })
    const batch = stopped(first)
    const changed = Buffer.from(bytes)
    changed[changed.indexOf('Iron')] = 0x42
    for (const other of [changed, bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('\n')])]) {
      const attempt = () => requireSameFile(openBytes(other), batch, () => false)
      expect(attempt).toThrow(Refusal)
      expect(attempt).toThrow(/not the one this import began with/)
    }
    expect(() => requireSameFile(openBytes(bytes), batch, () => true)).toThrow(/stopped/)
  })

  it('is offered for the very file, whatever it is called, and for no other', async () => {
    const bytes = Buffer.from(text)
    let looks = 0
    const first = await importBytes(bytes, model, {}, { cancelled: () => ++looks > 10 })
    const shown = { id: 1 } as Parameters<typeof findUnfinished>[1][number]['shown']
    const candidates = [{ shown, resumable: stopped(first) }]
    const find = (content: Buffer, encoding: Encoding) =>
      findUnfinished(openBytes(content, { encoding }, 'renamed.csv'), candidates, () => false)
    expect(find(bytes, 'utf-8')?.shown.id).toBe(1)
    expect(find(bytes, 'windows-1252')).toBeNull()
    const changed = Buffer.from(bytes)
    changed[changed.indexOf('Iron')] = 0x42
    expect(find(changed, 'utf-8')).toBeNull()
    const { settings, ...resumable } = stopped(first)
    const ofSheet = { ...resumable, settings: { ...settings, read: { ...settings.read, sheet: 'Leads' } } }
    expect(findUnfinished(openBytes(bytes), [{ shown, resumable: ofSheet }], () => false)).toBeNull()
  })
})

it('settings as they were resolved read the file as it was read first', () => {
  const { settings } = planImport(openBytes(Buffer.from(text)), DEFAULT_SETTINGS, {
    fields: model.manifest.fields,
  })
  const again = planImport(openBytes(Buffer.from(text), settings.read), settings, {
    fields: model.manifest.fields,
  })
  expect(again.settings).toEqual(settings)
})
