import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { type MenuSetting, menuTemplate } from './menu-template.ts'

function itemsOf(setting: Partial<MenuSetting> = {}): MenuItemConstructorOptions[] {
  const menus = menuTemplate({
    platform: 'linux',
    isDeveloping: false,
    onCommand: () => undefined,
    ...setting,
  })
  return menus.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : [menu]))
}

test('each command is there once, with its shortcut', () => {
  const shortcuts = itemsOf().flatMap(({ id, accelerator }) => (id ? [[id, accelerator]] : []))
  expect(Object.fromEntries(shortcuts)).toEqual({
    'new-lead': 'CmdOrCtrl+N',
    'open-file': 'CmdOrCtrl+O',
    'export-leads': 'CmdOrCtrl+Shift+E',
    find: 'CmdOrCtrl+F',
    'show-score': 'CmdOrCtrl+1',
    'show-import': 'CmdOrCtrl+2',
    'show-leads': 'CmdOrCtrl+3',
    'show-monitor': 'CmdOrCtrl+4',
  })
  expect(shortcuts).toHaveLength(8)
})

test('no two items have the same shortcut', () => {
  const accelerators = itemsOf().flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(accelerators).size).toBe(accelerators.length)
})

test('an item sends its own command', () => {
  const onCommand = vi.fn()
  const item = itemsOf({ onCommand }).find(({ id }) => id === 'show-leads')
  const click = item?.click as unknown as () => void
  click()
  expect(onCommand).toHaveBeenCalledExactlyOnceWith('show-leads')
})

test('reload and developer tools are there while developing only', () => {
  const roles = (isDeveloping: boolean) => itemsOf({ isDeveloping }).map(({ role }) => role)
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(false)).not.toContain('reload')
  expect(roles(true)).toContain('toggleDevTools')
})

test('macOS has its app menu and closes rather than quits from File', () => {
  const roles = itemsOf({ platform: 'darwin' }).map(({ role }) => role)
  expect(roles).toContain('appMenu')
  expect(roles).toContain('close')
  expect(roles).not.toContain('quit')
})
