/** `npm run model`: rebuilds the bundled model and the samples; with `--check` only compares them with what is there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildResources } from './build-resources.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const { files, manifest, perfectAuc } = buildResources()
const different = [...files]
  .filter(([path, bytes]) => !hasBytes(join(repository, path), bytes))
  .map(([path]) => path)
if (options.check) {
  for (const path of different) console.error(`error: ${path} is not what npm run model makes.`)
  process.exitCode = different.length > 0 ? 1 : 0
} else {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), bytes)
  }
  for (const [path, bytes] of files)
    console.log(`${different.includes(path) ? 'written  ' : 'unchanged'} ${path} (${bytes.length} bytes)`)
}
for (const { name, k, value, interval, n } of manifest.metrics) {
  console.log(
    `${name}${k ? ` (k = ${k})` : ''}: ${value}, 95 % interval ${interval.join(' to ')}, ${n} hold-out leads`,
  )
}
console.log(`a perfect model would reach an AUC of ${perfectAuc.toFixed(4)} on the same leads`)

function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
