import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../../contract/result.ts'
import { MAX_FILE_BYTES, SAMPLE_BYTES } from '../limits.ts'
import { type ByteSource, memorySource, openByteSource, readBytes, readSample } from './byte-source.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-source-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** A file of that size that takes no room on the disk. */
function emptyFileOf(bytes: number): string {
  const path = fileOf(`${bytes}.csv`, '')
  truncateSync(path, bytes)
  return path
}

describe('a file to be read', () => {
  it('is refused over 2 GB with the number that was exceeded, and opened at 2 GB', () => {
    const open = () => openByteSource(emptyFileOf(MAX_FILE_BYTES + 1))
    expect(open).toThrow(Refusal)
    expect(open).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({
          code: 'too_large',
          message: expect.stringContaining('2 GB'),
          details: { bytes: MAX_FILE_BYTES + 1, limit: MAX_FILE_BYTES },
        }),
      }),
    )
    const source = openByteSource(emptyFileOf(MAX_FILE_BYTES))
    expect([source.fileName, source.bytes, source.measure()]).toEqual([
      `${MAX_FILE_BYTES}.csv`,
      MAX_FILE_BYTES,
      MAX_FILE_BYTES,
    ])
    source.close()
  })

  const kinds: readonly (readonly [string, (bytes: Buffer) => ByteSource])[] = [
    ['on disk', (bytes) => openByteSource(fileOf('some.csv', bytes))],
    ['in memory', (bytes) => memorySource(bytes)],
  ]
  it.each(kinds)('%s is read from any place to its end, and shows its end', (_, open) => {
    const bytes = Buffer.from('name,jobtitle\nA,CEO\n')
    const source = open(bytes)
    expect(readBytes(source, 0, 1000)).toEqual(bytes)
    expect(readBytes(source, 5, 8).toString()).toBe('jobtitle')
    expect(readBytes(source, bytes.length, 8)).toHaveLength(0)
    expect(source.readEnd(6)).toEqual({ bytes: Buffer.from('A,CEO\n'), whole: false })
    expect(source.readEnd(bytes.length)).toEqual({ bytes, whole: true })
    source.close()
  })

  it('is known as a whole by a sample only where nothing follows', () => {
    const bytes = Buffer.alloc(SAMPLE_BYTES + 1, 'a')
    expect(readSample(memorySource(bytes.subarray(1)))).toMatchObject({ whole: true })
    const { bytes: sample, whole } = readSample(memorySource(bytes))
    expect([sample.length, whole]).toEqual([SAMPLE_BYTES, false])
  })
})
