import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const HOME_FOLDERS = ['Desktop', 'Documents', 'Downloads', 'Music', 'Pictures', 'Videos']

/** The folders `app.getPath` names. */
export function appPaths(appName: string, userDataSwitch: string | undefined): Map<string, string> {
  const home = homedir()
  const appData = process.env.XDG_CONFIG_HOME ?? join(home, '.config')
  const userData = userDataSwitch || join(appData, appName)
  mkdirSync(userData, { recursive: true })
  return new Map([
    ['home', home],
    ['appData', appData],
    ['userData', userData],
    ['sessionData', userData],
    ['logs', join(userData, 'logs')],
    ['crashDumps', join(userData, 'Crashpad')],
    ['temp', tmpdir()],
    ['exe', process.argv[0] ?? ''],
    ['module', process.argv[0] ?? ''],
    ...HOME_FOLDERS.map((folder): [string, string] => [folder.toLowerCase(), join(home, folder)]),
  ])
}
