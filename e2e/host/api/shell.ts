import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { isHeadless } from '../context.ts'
import { strict } from '../strict.ts'

/** Opens something with the system's own program, where a user is there to see it. */
function openOutside(target: string): void {
  if (isHeadless) return
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open'
  execFile(opener, [target], (error) => {
    if (error) console.error(`could not open ${target}: ${error.message}`)
  })
}

export const shell = strict('shell', {
  openExternal: async (url: string) => openOutside(url),
  openPath: async (path: string) => {
    openOutside(path)
    return ''
  },
  showItemInFolder: (path: string) => openOutside(path),
  beep: () => undefined,
  trashItem: (path: string) => rm(path, { recursive: true }),
})
