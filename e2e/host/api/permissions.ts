import type { DevToolsPipe, Protocol } from '../devtools-pipe.ts'
import { mayUse } from './session.ts'

/** Electron's names of permissions, with Chromium's. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  media: ['camera', 'microphone'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'display-capture': ['display-capture'],
  'idle-detection': ['idle-detection'],
}

/** Asks the app about every permission and tells Chromium the answers: it then asks nobody. */
export async function settlePermissions(
  devTools: DevToolsPipe,
  contents: unknown,
  origin: string,
): Promise<void> {
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const setting: Protocol.Browser.PermissionSetting = (await mayUse(contents, permission, origin))
      ? 'granted'
      : 'denied'
    for (const name of names) await devTools.send('Browser.setPermission', { permission: { name }, setting })
  }
}
