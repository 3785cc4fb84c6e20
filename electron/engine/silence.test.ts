import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('scoring, importing and monitoring open no socket and write nothing outside the data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-silence-'))
  for (const place of ['data', 'home', 'cache', 'tmp', 'cwd']) mkdirSync(join(folder, place))
  const { ORT_DISABLE_TELEMETRY: _, ...inherited } = process.env
  const program = join(import.meta.dirname, 'fixtures', 'score-and-watch.ts')
  const resources = join(import.meta.dirname, '../../resources')

  const said = execFileSync(process.execPath, [program, join(folder, 'data'), resources], {
    cwd: join(folder, 'cwd'),
    encoding: 'utf8',
    env: {
      ...inherited,
      HOME: join(folder, 'home'),
      USERPROFILE: join(folder, 'home'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_CONFIG_HOME: join(folder, 'cache'),
      TMPDIR: join(folder, 'tmp'),
    },
  })

  expect(JSON.parse(said)).toEqual({ accepted: 5000, opened: [] })
  for (const place of ['home', 'cache', 'tmp', 'cwd'])
    expect([place, readdirSync(join(folder, place))]).toEqual([place, []])
  expect(readdirSync(join(folder, 'data')).sort()).toEqual(['leadlight.db', 'writer.lock'])
  rmSync(folder, { recursive: true, force: true })
})
