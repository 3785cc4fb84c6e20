/** What a package holds, and what is wrong with that. */
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'

/** Paths in a package, each from its own root and with forward slashes. */
export interface PackageContents {
  /** Inside app.asar. */
  readonly archived: readonly string[]
  /** Files of the archive that lie beside it, for the system's loader. */
  readonly unpacked: readonly string[]
  /** Beside the archive, for the app to read. */
  readonly resources: readonly string[]
}

/** Reads the resources folder of an unpacked package. */
export function packageContents(resources: string): PackageContents {
  const asar: typeof import('@electron/asar') = createRequire(import.meta.url)('@electron/asar')
  const files = asar.listPackage(join(resources, 'app.asar'), { isPack: true }).map((line) => {
    const [state = '', path = ''] = line.split(' : ')
    return { isUnpacked: state.trim() === 'unpack', path: path.split(sep).join('/').replace(/^\//, '') }
  })
  return {
    archived: files.filter(({ isUnpacked }) => !isUnpacked).map(({ path }) => path),
    unpacked: files.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path),
    resources: ['model', 'samples', 'icons'].flatMap((folder) =>
      existsSync(join(resources, folder))
        ? readdirSync(join(resources, folder)).map((name) => `${folder}/${name}`)
        : [],
    ),
  }
}

const NEEDED = [
  'package.json',
  'out/main/index.js',
  'out/main/history-thread.js',
  'out/main/import-thread.js',
  'out/main/analysis-thread.js',
  'out/main/workbook-thread.js',
  'out/main/monitoring-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const NEEDED_RESOURCES = [
  'model/manifest.json',
  'model/model.onnx',
  'model/reference.csv',
  'samples/leads-50.csv',
  'icons/512.png',
]
const NEEDED_NATIVES = [
  /better-sqlite3\/prebuilds\/[^/]+\.node$/,
  /onnxruntime_binding\.node$/,
  /onnxruntime[^/]*\.(so(\.\d+)*|dylib|dll)$/,
]

/** Modules that the app loads; everything else in node_modules is for developing. */
const MODULES = ['better-sqlite3', 'onnxruntime-node', 'onnxruntime-common']

/** What is missing and what does not belong, one sentence each. */
export function packageProblems({ archived, unpacked, resources }: PackageContents): string[] {
  const all = [...archived, ...unpacked]
  const missing = [
    ...NEEDED.filter((file) => !archived.includes(file)),
    ...NEEDED_RESOURCES.filter((file) => !resources.includes(file)),
    ...NEEDED_NATIVES.filter((native) => !unpacked.some((file) => native.test(file))).map(String),
  ]
  const isNative = (file: string) => /\.(node|dll|dylib|so(\.\d+)*)$/.test(file)
  return [
    ...missing.map((file) => `missing: ${file}`),
    ...archived.filter(isNative).map((file) => `not where the system's loader can read it: ${file}`),
    ...all.filter((file) => !belongs(file)).map((file) => `does not belong in the package: ${file}`),
    ...new Set(all.filter(isNative).flatMap((file) => otherSystem(file) ?? [])),
  ]
}

function belongs(file: string): boolean {
  if (/\.(ts|tsx|map|md)$/.test(file)) return false
  const [first = '', second = ''] = file.split('/')
  if (first === 'node_modules') return second === '' || MODULES.includes(second)
  return ['out', 'package.json'].includes(first)
}

function otherSystem(file: string): string | null {
  const isOwn = file.includes(process.platform) && file.includes(process.arch)
  return isOwn ? null : `made for another system: ${file}`
}
