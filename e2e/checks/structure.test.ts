/** What a stranger relies on when finding the way: a README in each folder, exact versions, no dependency outside the clone. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
const atTheTop = tracked.filter((file) => !file.includes('/'))
const sources = tracked.filter((file) => /\.(ts|tsx|css|html)$/.test(file))

/** A relative path where it is followed: an import, an address, a path from the file's own folder. */
const PATH_FROM_HERE = /(?:from |import\(|URL\(|dirname, )['"`]((?:\.\.\/?)+)/g

test('every folder with sources has a README', () => {
  const folders = new Set(sources.map(dirname).filter((folder) => folder !== '.'))
  expect(folders.size).toBeGreaterThan(10)
  expect([...folders].filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([])
})

/** A TypeScript file named in a text as code; words in capitals, as in `NAME-view.tsx`, stand for any name. */
const NAMED_FILE = /`([\w./*-]+\.tsx?)`/g

test.each(tracked.filter((file) => basename(file) === 'README.md'))(
  'every file that %s names exists',
  (readme) => {
    const folder = dirname(readme)
    const below = tracked.filter((file) => folder === '.' || file.startsWith(`${folder}/`))
    const isThere = (name: string) => {
      // A bare name is that of a file below; a path may begin anywhere.
      const end = new RegExp(
        `(^|/)${name
          .replace(/^(\.\.?\/)+/, '')
          .replaceAll('.', '\\.')
          .replaceAll('*', '[^/]*')}$`,
      )
      return (name.includes('/') ? tracked : [...below, ...atTheTop]).some((file) => end.test(file))
    }
    const named = [...readFileSync(join(root, readme), 'utf8').matchAll(NAMED_FILE)].map(
      ([, name]) => name ?? '',
    )
    expect(named.filter((name) => !/[A-Z]{2}/.test(name) && !isThere(name))).toEqual([])
  },
)

test('every dependency has an exact version', () => {
  const versions = z.record(z.string(), z.string())
  const { dependencies, devDependencies, optionalDependencies } = z
    .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/)
})

test('no source reaches outside the clone', () => {
  const outside = sources.filter((file) => {
    const depth = file.split('/').length
    const climbs = readFileSync(join(root, file), 'utf8').matchAll(PATH_FROM_HERE)
    return [...climbs].some(([, climb]) => (climb ?? '').split('..').length - 1 >= depth)
  })
  expect(outside).toEqual([])
})
