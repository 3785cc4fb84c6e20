import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The app to run: where it lies and what its package.json says. */
export interface AppPackage {
  readonly folder: string
  readonly mainFile: string
  readonly name: string
  readonly version: string
  /** Electron's resources folder when the app comes from a package, else null. */
  readonly resourcesPath: string | null
}

/** Finds the app in a folder, a main file or a packed `app.asar`. */
export function openAppPackage(path: string): AppPackage {
  const appPath = resolve(path)
  if (!existsSync(appPath)) throw new Error(`there is no app at ${appPath}`)
  if (appPath.endsWith('.asar'))
    return { ...readPackage(unpackArchive(appPath)), resourcesPath: dirname(appPath) }
  return { ...readPackage(appPath), resourcesPath: null }
}

function readPackage(appPath: string): Omit<AppPackage, 'resourcesPath'> {
  const isFile = statSync(appPath).isFile()
  const folder = isFile ? dirname(appPath) : appPath
  const description = join(folder, 'package.json')
  const said: Record<string, string | undefined> = existsSync(description)
    ? JSON.parse(readFileSync(description, 'utf8'))
    : {}
  return {
    folder,
    mainFile: isFile ? appPath : join(folder, said.main ?? 'index.js'),
    name: said.productName ?? said.name ?? 'Electron',
    version: said.version ?? '0.0.0',
  }
}

/** Unpacks an archive, which Node cannot read, away from any node_modules that could fill a gap in it. */
function unpackArchive(archive: string): string {
  const asar: typeof import('@electron/asar') = createRequire(import.meta.url)('@electron/asar')
  const unreachable = asar
    .listPackage(archive, { isPack: true })
    .filter((line) => /^pack\b.*\.(node|dll|dylib|so(\.\d+)*)$/.test(line))
  if (unreachable.length > 0) {
    throw new Error(
      `libraries that the system's loader cannot reach inside ${archive}:\n${unreachable.join('\n')}`,
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'electron-double-asar-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  asar.extractAll(archive, join(folder, 'app.asar'))
  if (existsSync(`${archive}.unpacked`)) symlinkSync(`${archive}.unpacked`, join(folder, 'app.asar.unpacked'))
  return join(folder, 'app.asar')
}
