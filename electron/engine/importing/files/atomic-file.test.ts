import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemFiles } from '../../platform/files.ts'
import { createAtomicFile } from './atomic-file.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'leadlight-atomic-'))

describe('a file that appears whole or not at all', () => {
  it('replaces the old one only when it is finished', () => {
    const path = join(newFolder(), 'leads.csv')
    writeFileSync(path, 'old')
    const file = createAtomicFile(path, systemFiles)
    file.write(Buffer.from('new'))
    expect(readFileSync(path, 'utf8')).toBe('old')
    file.finish()
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('leaves nothing behind when it is discarded', () => {
    const folder = newFolder()
    const file = createAtomicFile(join(folder, 'leads.csv'), systemFiles)
    file.write(Buffer.alloc(1 << 20))
    file.discard()
    file.discard()
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps the order of small and large pieces', () => {
    const path = join(newFolder(), 'leads.csv')
    const pieces = [10, 300_000, 5, 200_000, 100_000, 1].map((length, index) =>
      Buffer.alloc(length, 97 + index),
    )
    const file = createAtomicFile(path, systemFiles)
    for (const piece of pieces) file.write(piece)
    file.finish()
    expect(readFileSync(path).equals(Buffer.concat(pieces))).toBe(true)
  })

  it('says in a sentence why it cannot be written', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'sub'))
    expect(() => createAtomicFile(join(folder, 'sub'), systemFiles)).toThrow(/is a folder/)
    expect(() => createAtomicFile(join(folder, 'none', 'leads.csv'), systemFiles)).toThrow(
      /folder does not exist/,
    )
  })

  it('says that the disk is full, and leaves the old file as it was', () => {
    const folder = newFolder()
    const path = join(folder, 'leads.csv')
    writeFileSync(path, 'old')
    const full = {
      ...systemFiles,
      write: () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      },
    }
    const file = createAtomicFile(path, full)
    file.write(Buffer.from('new'))
    expect(() => file.finish()).toThrow(/disk is full/)
    file.discard()
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['leads.csv'])
  })

  it('leaves nothing behind when it cannot be put into place', () => {
    const folder = newFolder()
    const path = join(folder, 'leads.csv')
    const file = createAtomicFile(path, systemFiles)
    file.write(Buffer.from('new'))
    mkdirSync(path)
    expect(() => file.finish()).toThrow(/cannot be written/)
    file.discard()
    expect(readdirSync(folder)).toEqual(['leads.csv'])
  })
})
