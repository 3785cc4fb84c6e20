/**
 * `npm run package`: builds, packs the app into an unpacked folder below dist/, checks what went in, and starts it from there.
 * Without Electron's binary a stand-in folder takes its place: the contents are the real ones, the program is not.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary, electronPackageDir } from '../host/electron-binary.ts'
import { packageContents, packageProblems } from './package-contents.ts'
import { root, runTool } from './run-tool.ts'

const UNPACKED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'dist/linux-unpacked/resources',
  win32: 'dist/win-unpacked/resources',
  darwin: `dist/mac${process.arch === 'arm64' ? '-arm64' : ''}/Leadlight.app/Contents/Resources`,
}
const resources = join(
  root,
  UNPACKED[process.platform] ?? fail(`there is no package for ${process.platform}`),
)
const archive = join(resources, 'app.asar')

run('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
rmSync(join(root, 'dist'), { recursive: true, force: true })
pack()
checkContents()
run('e2e/commands/ensure-browser.ts', [])
run('node_modules/@playwright/test/cli.js', ['test', 'packaged'], { E2E_APP: archive })

function pack(): void {
  const standIn = electronBinary() ? null : makeStandInFolder()
  const electronDist = standIn ?? join(electronPackageDir(), 'dist')
  try {
    // Given on the command line, because the folder is another one each time.
    run('node_modules/electron-builder/cli.js', [
      '--dir',
      ...['--publish', 'never'],
      ...['--config', 'electron-builder.yml'],
      `--config.electronDist=${electronDist}`,
    ])
  } finally {
    if (standIn) rmSync(standIn, { recursive: true })
  }
}

/** As much of Electron's folder as electron-builder looks at. */
function makeStandInFolder(): string {
  if (process.platform !== 'linux')
    fail('Electron is needed to package on this system: run npx install-electron')
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-electron-'))
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(electronPackageDir(), 'package.json'), 'utf8'),
  )
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name))
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'version'), version)
  const words = 'echo "This package was made without Electron, to check its contents." >&2'
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${words}\nexit 1\n`, { mode: 0o755 })
  console.log("Electron's binary is not here: packing around a stand-in for it.")
  return folder
}

function checkContents(): void {
  const contents = packageContents(resources)
  const problems = packageProblems(contents)
  if (problems.length > 0) fail(`the package is not right:\n${problems.join('\n')}`)
  const megabytes = (statSync(archive).size / 1e6).toFixed(1)
  console.log(
    `${contents.archived.length} files in app.asar (${megabytes} MB), ${contents.unpacked.length} beside it.`,
  )
}

function run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  if (!runTool(tool, args, env)) process.exit(1)
}

function fail(sentence: string): never {
  console.error(`error: ${sentence}`)
  process.exit(1)
}
