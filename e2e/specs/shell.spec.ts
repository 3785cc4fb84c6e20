/** The shell: what the window is given, what it is kept from, and what survives a restart. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseFromMenu, dropFile, expect, firstPage, host, startApp, test } from './app-fixture.ts'

test('the page has the bridge, frozen, and nothing of Node', async ({ page }) => {
  const given = await page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__electronDouble',
      '__electronDoubleSend',
    ]
    const found = names.filter((name) => name in globalThis)
    return { found, isFrozen: Object.isFrozen(window.leadlight), methods: Object.keys(window.leadlight) }
  })
  expect(given.found).toEqual([])
  expect(given.isFrozen).toBe(true)
  expect(given.methods).toContain('previewLead')
  expect(given.methods, 'a page cannot name a path').not.toContain('registerDrop')
})

test('a malformed call is answered with a refusal, never with a crash', async ({ page }) => {
  const codes = await page.evaluate(async () => {
    const { previewLead, startImport, getLead } = window.leadlight as unknown as Record<
      string,
      (request: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
    >
    const requests = [
      previewLead?.(undefined),
      previewLead?.({ fields: { a: 'x'.repeat(1_000_001) } }),
      previewLead?.({ fields: {}, extra: 1 }),
      previewLead?.(JSON.parse('{"__proto__":{"fields":{}}}')),
      startImport?.({ ticket: '/etc/passwd', job: 'x', mapping: [] }),
      getLead?.({ id: '1; DROP TABLE prediction' }),
    ]
    return (await Promise.all(requests)).map((answer) => answer?.error?.code)
  })
  expect(codes).toEqual(Array(6).fill('request_not_valid'))
})

test('the policy lets no script, style, picture, frame or request in from elsewhere', async ({ page }) => {
  await page.evaluate(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const script = Object.assign(document.createElement('script'), { textContent: 'window.injected = true' })
    const style = Object.assign(document.createElement('style'), {
      textContent: 'body { outline: 9px solid }',
    })
    const image = Object.assign(document.createElement('img'), { src: 'https://example.com/pixel.png' })
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
    document.body.append(script, style, image, frame)
    void fetch('https://example.com/').catch(() => undefined)
  })
  const refused = () => page.evaluate(() => (window as unknown as { refused: string[] }).refused.sort())
  await expect
    .poll(refused)
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem'])
  expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).outlineWidth)).not.toBe('9px')
})

test('a style with the nonce of the page is let in', async ({ page }) => {
  const width = await page.evaluate(() => {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
    const style = Object.assign(document.createElement('style'), {
      nonce,
      textContent: 'body { outline: 9px solid }',
    })
    document.head.append(style)
    return getComputedStyle(document.body).outlineWidth
  })
  expect(width).toBe('9px')
})

test('only built files are served', async ({ page }) => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['./index.html', './missing.json', '../main/index.js'].map(async (path) => (await fetch(path)).status),
    ),
  )
  expect(statuses).toEqual([200, 404, 404])
})

test("the window stays on the app's page", async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const attempts: string[] = []
    Object.assign(globalThis, { attempts })
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      attempts.push(`${event.url} ${event.defaultPrevented ? 'refused' : 'let through'}`)
    })
  })
  const attempts = () => app.evaluate(() => (globalThis as unknown as { attempts: string[] }).attempts)
  for (const url of ['https://example.com/', 'http://localhost:9/']) {
    await page.evaluate((to) => location.assign(to), url)
    await expect.poll(attempts).toContain(`${url} refused`)
  }
  const address = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )
  expect(address).toBe('app://leadlight/index.html')
  await expect(page.locator('[data-ready]')).toBeVisible()
})

test('a new window is refused; an https link is opened outside after asking', async ({ app, page }) => {
  await app.evaluate(({ dialog, shell }) => {
    const outside = { asked: [] as string[], opened: [] as string[] }
    Object.assign(globalThis, { outside })
    dialog.showMessageBox = async (...args: unknown[]) => {
      outside.asked.push((args.at(-1) as { detail: string }).detail)
      return { response: outside.asked.length > 1 ? 0 : 1, checkboxChecked: false }
    }
    shell.openExternal = async (url: string) => void outside.opened.push(url)
  })
  const outside = () =>
    app.evaluate(() => (globalThis as unknown as { outside: { asked: string[]; opened: string[] } }).outside)
  await page.evaluate(() => void window.open('http://example.com/plain'))
  await page.evaluate(() => void window.open('https://example.com/declined'))
  await expect.poll(async () => (await outside()).asked).toEqual(['https://example.com/declined'])
  await page.evaluate(() => void window.open('https://example.com/agreed'))
  await expect.poll(async () => (await outside()).opened).toEqual(['https://example.com/agreed'])
  expect(app.windows()).toHaveLength(1)
})

test('permissions are denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]
    const queried = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state),
    )
    const asked = await Notification.requestPermission()
    const located = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('located'),
        (error) => resolve(error.code),
      ),
    )
    return { queried, asked, located }
  })
  expect(states).toEqual({ queried: Array(4).fill('denied'), asked: 'denied', located: 1 })
})

test("a whole session makes no request but for the app's own files", async ({ app, page }) => {
  await app.evaluate(({ session }) => {
    const requested: string[] = []
    Object.assign(globalThis, { requested })
    // Takes the place of the app's filter and counts what reaches it.
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      requested.push(details.url)
      answer({ cancel: !details.url.startsWith('app://leadlight/') })
    })
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await page.locator('[data-ready]').waitFor()
  for (const command of ['show-import', 'show-leads', 'show-score'] as const)
    await chooseFromMenu(app, command)
  await page.evaluate(() => window.leadlight.previewLead({ fields: {} }))
  const requested = await app.evaluate(() => (globalThis as unknown as { requested: string[] }).requested)
  expect(requested.length).toBeGreaterThan(1)
  expect(requested.filter((url) => !url.startsWith('app://leadlight/'))).toEqual([])
})

test('follows light and dark', async ({ app, page }) => {
  for (const theme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    const matches = () =>
      page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, theme)
    await expect.poll(matches).toBe(true)
  }
})

test('the menu has the commands, and tells the window', async ({ app, page }) => {
  const received = page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = window.leadlight.onEvent((event) => {
          stop()
          resolve(event)
        })
        document.title = 'listening'
      }),
  )
  await expect(page).toHaveTitle('listening')
  await chooseFromMenu(app, 'show-leads')
  expect(await received).toEqual({ kind: 'command', command: 'show-leads' })
})

test('a dropped file becomes a ticket without its path', async ({ app, page, userData }) => {
  const file = join(userData, 'dropped.csv')
  writeFileSync(file, 'name\nAda\n')
  const dropped = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('dragover', (event) => event.preventDefault(), true)
        addEventListener(
          'drop',
          (event) => {
            event.preventDefault()
            event.stopImmediatePropagation()
            const [first] = event.dataTransfer?.files ?? []
            if (first) resolve(window.leadlight.dropFile(first))
          },
          true,
        )
        document.title = 'listening'
      }),
  )
  await expect(page).toHaveTitle('listening')
  await dropFile(app, page, file)
  const result = await dropped
  expect(result).toMatchObject({ ok: true, value: { fileName: 'dropped.csv' } })
  expect(JSON.stringify(result)).not.toContain(userData)
})

test('a file made in the page gets no ticket', async ({ page }) => {
  const result = await page.evaluate(() => window.leadlight.dropFile(new File(['name'], 'made-up.csv')))
  expect(result).toMatchObject({ ok: false })
})

test('size and place of the window survive a restart', async ({ userData }) => {
  const bounds = { x: 60, y: 40, width: 1000, height: 720 }
  const first = await startApp(userData)
  await firstPage(first)
  await first.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  )
  await first.close()
  expect(JSON.parse(readFileSync(join(userData, 'window-state.json'), 'utf8'))).toMatchObject({ version: 1 })
  const second = await startApp(userData)
  await firstPage(second)
  const found = await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  // A real window manager may move a window by its frame.
  expect(found).toMatchObject(host === 'double' ? bounds : { width: bounds.width, height: bounds.height })
  await second.close()
})

test('a second start brings the first window forward and ends', async ({ app, page, userData }) => {
  await app.evaluate(({ BrowserWindow }) => {
    Object.assign(globalThis, { shown: 0 })
    BrowserWindow.getAllWindows()[0]?.on('show', () => Object.assign(globalThis, { shown: 1 }))
  })
  const second = await startApp(userData).catch(() => null)
  await second?.close().catch(() => undefined)
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { shown: number }).shown)).toBe(1)
  await expect(page.locator('[data-ready]')).toBeVisible()
})

test('a data folder that cannot be used is said in a sentence, and tried again', async ({ userData }) => {
  // A file where the folder should be: no user, not even root, can make the folder.
  writeFileSync(join(userData, 'data'), '')
  const app = await startApp(userData)
  const page = await firstPage(app)
  const describe = () => page.evaluate(() => window.leadlight.describeApp({}))
  const failed = await describe()
  expect(failed).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^[A-Z].*\.$/) } })
  expect(failed.ok ? '' : failed.error.code).not.toBe('unexpected')
  rmSync(join(userData, 'data'))
  expect(await describe()).toMatchObject({ ok: true })
  await app.close()
})

test('a page that crashes comes back, with the history', async ({ app, page }) => {
  const devTools = await app.context().newCDPSession(page)
  // The crash is also the end of the session that asks for it.
  await devTools.send('Page.crash').catch(() => undefined)
  // Asked in main: Playwright gives a crashed page up.
  const isBack = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "document.querySelector('[data-ready]') !== null && window.leadlight.historyOverview({}).then(({ ok }) => ok)",
      ),
    )
  await expect.poll(isBack).toBe(true)
})

test('scoring tells nobody: no device id is written', async ({ userData }) => {
  const home = join(userData, 'home')
  mkdirSync(home)
  const app = await startApp(join(userData, 'user-data'), {
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: undefined,
  })
  const page = await firstPage(app)
  const scored = await page.evaluate(() => window.leadlight.previewLead({ fields: {} }))
  expect(scored).toMatchObject({ ok: true })
  await app.close()
  const written = readdirSync(home, { recursive: true, encoding: 'utf8' })
  expect(written.filter((file) => /microsoft|onnx|deviceid/i.test(file))).toEqual([])
})
