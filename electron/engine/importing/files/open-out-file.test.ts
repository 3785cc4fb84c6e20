import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../contract/result.ts'
import { systemFiles } from '../../platform/files.ts'
import { openOutFile } from './open-out-file.ts'

function newPlace() {
  const root = mkdtempSync(join(tmpdir(), 'leadlight-out-'))
  const dataDir = join(root, 'data')
  mkdirSync(join(dataDir, 'below'), { recursive: true })
  writeFileSync(join(dataDir, 'leadlight.db'), 'history')
  return { root, dataDir }
}

function refusalOf(path: string, dataDir: string) {
  try {
    openOutFile({ path, dataDir, input: null }, systemFiles).discard()
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
  return null
}

describe('the data folder', () => {
  it.each(['leadlight.db', 'new.csv', 'below/new.csv', 'none/new.csv', '../data/new.csv', '', '..new.csv'])(
    'is never written: "%s"',
    (name) => {
      const { dataDir } = newPlace()
      const refusal = refusalOf(`${dataDir}/${name}`, dataDir)
      expect(refusal).toMatchObject({ code: 'out_file_refused', hint: 'Choose another folder for it.' })
      expect(readFileSync(join(dataDir, 'leadlight.db'), 'utf8')).toBe('history')
      expect(readdirSync(dataDir).sort()).toEqual(['below', 'leadlight.db'])
    },
  )

  it('is known through links, of folders and of files, from either side', () => {
    const { root, dataDir } = newPlace()
    symlinkSync(dataDir, join(root, 'link'))
    symlinkSync(join(dataDir, 'leadlight.db'), join(root, 'leads.csv'))
    writeFileSync(join(root, 'outside.csv'), '')
    symlinkSync(join(root, 'outside.csv'), join(dataDir, 'out.csv'))
    expect(refusalOf(join(root, 'link', 'new.csv'), dataDir)?.code).toBe('out_file_refused')
    expect(refusalOf(join(dataDir, 'new.csv'), join(root, 'link'))?.code).toBe('out_file_refused')
    expect(refusalOf(join(root, 'leads.csv'), dataDir)?.code).toBe('out_file_refused')
    expect(refusalOf(join(dataDir, 'out.csv'), dataDir)?.code).toBe('out_file_refused')
  })

  it('is known before it exists', () => {
    const { root } = newPlace()
    expect(refusalOf(join(root, 'later', 'new.csv'), join(root, 'later'))?.code).toBe('out_file_refused')
  })

  it('is known when another one is in use, as the demo below it', () => {
    const { dataDir } = newPlace()
    for (const name of ['leadlight.db', 'leadlight.db-wal', 'new.csv'])
      expect(refusalOf(join(dataDir, name), join(dataDir, 'demo'))?.code).toBe('out_file_refused')
  })

  it('does not reach its neighbours', () => {
    const { root, dataDir } = newPlace()
    mkdirSync(join(root, 'data-2'))
    for (const name of ['new.csv', 'data.csv', '..csv', 'data-2/new.csv'])
      expect(refusalOf(join(root, name), dataDir)).toBeNull()
  })
})

describe('what is there already', () => {
  it('is replaced only if it is a plain file', () => {
    const { root, dataDir } = newPlace()
    mkdirSync(join(root, 'folder.csv'))
    symlinkSync(join(root, 'folder.csv'), join(root, 'link.csv'))
    writeFileSync(join(root, 'old.csv'), 'old')
    expect(refusalOf(join(root, 'folder.csv'), dataDir)?.message).toBe('"folder.csv" is a folder.')
    expect(refusalOf(join(root, 'link.csv'), dataDir)?.code).toBe('out_file_refused')
    expect(refusalOf(join(root, 'old.csv'), dataDir)).toBeNull()
  })

  it.runIf(process.platform !== 'win32')('a pipe is no plain file', () => {
    const { root, dataDir } = newPlace()
    execFileSync('mkfifo', [join(root, 'pipe.csv')])
    expect(refusalOf(join(root, 'pipe.csv'), dataDir)?.message).toBe('"pipe.csv" is not a plain file.')
  })
})
