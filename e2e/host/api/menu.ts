/** The model of menus. They are not drawn; their shortcuts work, and tests click their items. */
import { strict } from '../strict.ts'
import { focusedWindow } from './open-windows.ts'

/** A menu item as the app describes it. */
export interface MenuItemTemplate {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly submenu?: readonly MenuItemTemplate[] | Menu
  readonly click?: (item: MenuItem, window: unknown, event: unknown) => void
}

/** Roles that are more than a label here. The others (copy, zoom, ...) Chromium does by itself. */
const ROLES: Readonly<Record<string, { accelerator: string; run: (window: RoleTarget | null) => void }>> = {
  quit: { accelerator: 'CmdOrCtrl+Q', run: () => roleActions.quit() },
  close: { accelerator: 'CmdOrCtrl+W', run: (window) => window?.close() },
}

interface RoleTarget {
  close(): void
}

/** What roles need of modules that are built on this one. */
export const roleActions = { quit: (): void => undefined }

/** An item of a menu. */
export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | null
  enabled: boolean
  visible = true
  checked = false
  readonly #template: MenuItemTemplate

  constructor(template: MenuItemTemplate) {
    this.#template = template
    this.id = template.id
    this.role = template.role
    this.label = template.label ?? template.role ?? ''
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal')
    this.accelerator = template.accelerator ?? ROLES[template.role ?? '']?.accelerator
    this.enabled = template.enabled ?? true
    this.submenu = template.submenu instanceof Menu ? template.submenu : null
    if (template.submenu && !(template.submenu instanceof Menu))
      this.submenu = Menu.buildFromTemplate(template.submenu)
  }

  click(event: object = {}): void {
    const window = focusedWindow()
    if (!this.enabled) return
    if (this.#template.click) this.#template.click(this, window, event)
    else ROLES[this.role ?? '']?.run(window)
  }
}

/** A menu, and the one of the app. */
export class Menu {
  static #applicationMenu: Menu | null = null
  readonly items: MenuItem[] = []

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#applicationMenu = menu
    for (const listener of menuListeners) listener()
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu
  }
  static buildFromTemplate(template: readonly (MenuItemTemplate | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return strict('Menu', menu)
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }
  popup(): void {}
  getMenuItemById(id: string): MenuItem | null {
    return findItem(this, (item) => item.id === id)
  }
}

const menuListeners: (() => void)[] = []

/** Calls back when the app sets another menu. */
export function onApplicationMenu(listener: () => void): void {
  menuListeners.push(listener)
}

/** The shortcuts of the application's menu, as a page's keyboard events spell them (`ctrl+shift+e`). */
export function acceleratorKeys(): string[] {
  const keys: string[] = []
  findItem(Menu.getApplicationMenu(), (item) => {
    if (item.accelerator) keys.push(spellAccelerator(item.accelerator))
    return false
  })
  return keys
}

/** Clicks the item with this shortcut. */
export function pressAccelerator(keys: string): void {
  const isMeant = (item: MenuItem) =>
    item.accelerator !== undefined && spellAccelerator(item.accelerator) === keys
  findItem(Menu.getApplicationMenu(), isMeant)?.click({ triggeredByAccelerator: true })
}

function findItem(menu: Menu | null, isMeant: (item: MenuItem) => boolean): MenuItem | null {
  for (const item of menu?.items ?? []) {
    const found = isMeant(item) ? item : findItem(item.submenu, isMeant)
    if (found) return found
  }
  return null
}

const MODIFIERS = ['ctrl', 'meta', 'alt', 'shift'] as const

/** `CmdOrCtrl+Shift+E` as `ctrl+shift+e`. */
export function spellAccelerator(accelerator: string, platform: NodeJS.Platform = process.platform): string {
  const words = accelerator.toLowerCase().split('+')
  const key = words.pop() ?? ''
  const names: Readonly<Record<string, (typeof MODIFIERS)[number]>> = {
    cmdorctrl: platform === 'darwin' ? 'meta' : 'ctrl',
    commandorcontrol: platform === 'darwin' ? 'meta' : 'ctrl',
    ctrl: 'ctrl',
    control: 'ctrl',
    cmd: 'meta',
    command: 'meta',
    alt: 'alt',
    option: 'alt',
    shift: 'shift',
  }
  const held = words.map((word) => names[word])
  return [...MODIFIERS.filter((modifier) => held.includes(modifier)), key].join('+')
}
