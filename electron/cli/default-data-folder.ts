/** Where the app keeps its data when nobody says otherwise: the same folder Electron gives the window. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The data folder of the app on `platform`. Follows Electron's `appData` path. */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  home = homedir(),
): string {
  return join(appData(platform, env, home), 'Leadlight', 'data')
}

function appData(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return env.APPDATA ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env.XDG_CONFIG_HOME ?? join(home, '.config')
}
