import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeZip, type ZipEntry } from './fixtures/make-zip.ts'
import { openArchive } from './open-archive.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-archive-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function read(bytes: Buffer, name: string): Promise<string> {
  const path = join(folder, 'archive')
  writeFileSync(path, bytes)
  const archive = await openArchive(path)
  try {
    let text = ''
    for await (const piece of (await archive.read(name)) ?? []) text += piece
    return text
  } finally {
    archive.close()
  }
}

const refusalOf = (entries: readonly ZipEntry[] | Buffer, name = 'a') =>
  read(Buffer.isBuffer(entries) ? entries : makeZip(entries), name).then(
    () => null,
    (error) => error.error,
  )
const MEGABYTE = 1024 ** 2

describe('archives', () => {
  it('gives the bytes of an entry, whatever the case of its name', async () => {
    const bytes = makeZip([
      { name: 'xl/Workbook.xml', data: 'hello' },
      { name: 'b', data: '' },
    ])
    expect(await read(bytes, 'xl/workbook.xml')).toBe('hello')
    expect(await read(bytes, 'none')).toBe('')
  })

  it('refuses what says it unpacks to more than 200 MB, before anything is unpacked', async () => {
    const entry = { name: 'a', data: 'x', claimedSize: 150 * MEGABYTE }
    const refusal = await refusalOf([
      { ...entry, claimedSize: MEGABYTE },
      { ...entry, name: 'b', claimedSize: 210 * MEGABYTE },
    ])
    expect(refusal).toMatchObject({
      code: 'too_large',
      details: { bytes: 211 * MEGABYTE, limit: 200 * MEGABYTE },
    })
    expect(refusal.message).toContain('211 MB')
  })

  it('refuses a part that unpacks to more than 100 times its size', async () => {
    const refusal = await refusalOf([{ name: 'a', data: Buffer.alloc(2 * MEGABYTE) }])
    expect(refusal).toMatchObject({ code: 'unsafe_archive', details: { limit: 100 } })
    expect(refusal.details.ratio).toBeGreaterThan(500)
  })

  it('stops a part that unpacks to more than it says', async () => {
    const refusal = await refusalOf([{ name: 'a', data: Buffer.alloc(MEGABYTE), claimedSize: 1000 }])
    expect(refusal.code).toBe('file_damaged')
  })

  it.each(['../a', '/etc/a', 'C:\\a', 'xl\\..\\a'])('refuses a part called %s', async (name) => {
    expect((await refusalOf([{ name, data: 'x' }])).code).toBe('unsafe_archive')
  })

  it('refuses more parts than any workbook has', async () => {
    const entries = Array.from({ length: 10_001 }, (_, part) => ({ name: `p${part}`, data: '' }))
    expect((await refusalOf(entries)).code).toBe('unsafe_archive')
  })

  it('refuses an archive that is cut or damaged', async () => {
    const bytes = makeZip([{ name: 'a', data: 'hello '.repeat(100) }])
    expect((await refusalOf(bytes.subarray(0, -30))).code).toBe('file_damaged')
    bytes.fill(0xff, 32, 40)
    expect((await refusalOf(bytes)).code).toBe('file_damaged')
  })
})
