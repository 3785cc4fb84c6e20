import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openByteSource, readBytes } from '../source/byte-source.ts'
import { createFileOpener, type FileOpener } from '../source/open-file.ts'
import { convertInThread } from './convert-in-thread.ts'
import { makeWorkbook, rowXml } from './fixtures/make-workbook.ts'

let folder: string
let dataDir: string
let path: string
let opener: FileOpener
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-thread-'))
  dataDir = join(folder, 'data')
  path = join(folder, 'leads.xlsx')
})
beforeEach(() => {
  const workbookThread = new URL('../../workers/workbook-thread.ts', import.meta.url).href
  opener = createFileOpener(
    dataDir,
    convertInThread({ dataDir, resourcesDir: '', access: 'read', workbookThread }),
  )
  return () => opener.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const LIST = `${rowXml(1, ['name', 'q'])}${rowXml(2, ['Amaury', 70])}`
const open = (signal = new AbortController().signal) => opener.open(path, {}, signal)
const textOf = async () => {
  const { source } = await open()
  const text = readBytes(source, 0, 1000).toString()
  source.close()
  return text
}
function writeList(rows = LIST): void {
  writeFileSync(path, makeWorkbook({ sheets: [{ name: 'Leads', rows }] }))
}

describe('workbooks in a thread of their own', () => {
  it('become text, and leave nothing in the data folder', async () => {
    writeList()
    const file = await open()
    expect(readdirSync(dataDir)).toEqual([])
    expect(file).toMatchObject({ kind: 'workbook', sheet: 'Leads', encoding: 'utf-8', findings: [] })
    expect(file.source.bytes).toBe(17)
    expect(file.fileBytes).toBe(openByteSource(path).bytes)
    file.source.close()
    expect(statSync(dataDir).mode & 0o077).toBe(0)
  })

  it('are read again when they have changed, and only then', async () => {
    writeList()
    const before = await open()
    writeList(LIST.replace('Amaury', 'Béatrix'))
    expect(await textOf()).toContain('Béatrix')
    // What was opened before goes on reading what it was opened with.
    expect(readBytes(before.source, 0, 1000).toString()).toContain('Amaury')
    before.source.close()
    expect(await textOf()).toContain('Béatrix')
  })

  it('are said to be workbooks when they are called something else', async () => {
    writeList()
    const csv = join(folder, 'leads.csv')
    writeFileSync(csv, makeWorkbook({ sheets: [{ name: 'Leads', rows: LIST }] }))
    const { source, findings } = await opener.open(csv, {}, new AbortController().signal)
    source.close()
    expect(findings).toMatchObject([{ code: 'opened_as_xlsx' }])
  })

  it('can be cancelled, and opened again', async () => {
    writeList()
    await expect(open(AbortSignal.abort())).rejects.toMatchObject({ error: { code: 'cancelled' } })
    expect(await textOf()).toContain('Amaury')
  })

  it('that need more memory than there is are refused in a sentence', async () => {
    writeList()
    const workbookThread = new URL('./fixtures/greedy-thread.ts', import.meta.url).href
    const greedy = createFileOpener(
      dataDir,
      convertInThread({ dataDir, resourcesDir: '', access: 'read', workbookThread }),
    )
    await expect(greedy.open(path, {}, new AbortController().signal)).rejects.toMatchObject({
      error: { code: 'too_large', message: expect.stringContaining('memory') },
    })
    expect(readdirSync(dataDir)).toEqual([])
  })
})
