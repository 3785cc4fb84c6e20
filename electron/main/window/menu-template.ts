/** The application's menu. Commands go to the window, which knows what is open. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../contract/methods.ts'

/** What the menu depends on. */
export interface MenuSetting {
  readonly platform: NodeJS.Platform
  readonly isDeveloping: boolean
  readonly onCommand: (command: MenuCommand) => void
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The menu's template. Items of our own have their command as id. */
export function menuTemplate({
  platform,
  isDeveloping,
  onCommand,
}: MenuSetting): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const command = (id: MenuCommand, label: string, accelerator: string): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator,
    click: () => onCommand(id),
  })
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        command('new-lead', 'New lead', 'CmdOrCtrl+N'),
        command('open-file', 'Open file…', 'CmdOrCtrl+O'),
        SEPARATOR,
        command('export-leads', 'Export leads…', 'CmdOrCtrl+Shift+E'),
        SEPARATOR,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        ...(['undo', 'redo'] as const).map((role) => ({ role })),
        SEPARATOR,
        ...(['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role })),
        SEPARATOR,
        command('find', 'Find leads', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: 'View',
      submenu: [
        command('show-score', 'Score', 'CmdOrCtrl+1'),
        command('show-import', 'Import', 'CmdOrCtrl+2'),
        command('show-leads', 'Leads', 'CmdOrCtrl+3'),
        command('show-monitor', 'Monitor', 'CmdOrCtrl+4'),
        SEPARATOR,
        ...(['resetZoom', 'zoomIn', 'zoomOut'] as const).map((role) => ({ role })),
        SEPARATOR,
        { role: 'togglefullscreen' },
        ...(isDeveloping
          ? [SEPARATOR, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]
          : []),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ role: 'about' }] },
  ]
}
