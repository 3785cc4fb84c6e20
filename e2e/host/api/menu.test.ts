import { expect, test } from 'vitest'
import { Menu, pressAccelerator, spellAccelerator } from './menu.ts'

test('spells shortcuts the way a keyboard event is spelt', () => {
  expect(spellAccelerator('CmdOrCtrl+Shift+E', 'linux')).toBe('ctrl+shift+e')
  expect(spellAccelerator('Shift+CmdOrCtrl+E', 'darwin')).toBe('meta+shift+e')
  expect(spellAccelerator('F5', 'linux')).toBe('f5')
})

test('a shortcut clicks its item, wherever it is in the menu', () => {
  const clicked: string[] = []
  const click = (item: { label: string }) => void clicked.push(item.label)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'File', submenu: [{ label: 'Open', accelerator: 'Ctrl+O', click }] },
      { label: 'View', submenu: [{ label: 'Leads', accelerator: 'Ctrl+3', click }] },
    ]),
  )
  pressAccelerator('ctrl+3')
  pressAccelerator('ctrl+9')
  expect(clicked).toEqual(['Leads'])
})
