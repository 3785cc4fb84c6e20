import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAppServer } from './app-protocol.ts'

let folder: string
let serve: ReturnType<typeof createAppServer>

beforeAll(() => {
  const parent = mkdtempSync(join(tmpdir(), 'leadlight-protocol-'))
  folder = join(parent, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(parent, 'secret.json'), '{}')
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="CSP-NONCE">')
  writeFileSync(join(folder, 'assets/index.js'), '1')
  writeFileSync(join(folder, 'assets/index.js.map'), '{}')
  serve = createAppServer(folder)
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true }))

const get = (path: string, host = 'leadlight') => serve({ url: `app://${host}${path}`, method: 'GET' })

test('serves what was built, with its type', async () => {
  const response = await get('/assets/index.js')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.text()).toBe('1')
})

test('every response carries the whole policy', async () => {
  for (const path of ['/index.html', '/assets/index.js', '/missing.js']) {
    const response = await get(path)
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/]{24}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'$/,
    )
  }
})

test('the page gets the nonce of its own response, a new one each time', async () => {
  const first = await get('/index.html')
  const second = await get('/index.html')
  const nonce = /'nonce-([^']+)'/.exec(first.headers.get('content-security-policy') ?? '')?.[1]
  expect(await first.text()).toBe(`<meta name="csp-nonce" content="${nonce}">`)
  expect(second.headers.get('content-security-policy')).not.toContain(nonce)
})

test.each([
  '/',
  '/missing.js',
  '/assets/index.js.map',
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '//secret.json',
  '/assets/',
  '/__proto__',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('serves no other host and takes nothing in', async () => {
  expect((await get('/index.html', 'elsewhere')).status).toBe(404)
  expect((await serve({ url: 'app://leadlight/index.html', method: 'POST' })).status).toBe(404)
})
