/** Serves the built page under `app://leadlight/`, from a fixed table of the files that were built. */
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Protocol } from 'electron'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { APP_HOST, APP_SCHEME } from './page-address.ts'

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** What index.html has in place of the nonce of its styles. */
const NONCE_PLACE = 'CSP-NONCE'

/** Tells Chromium of the scheme, as a secure origin with relative addresses. Only possible before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

/** Answers `app://` from the files below a folder. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, rendererDir: string): void {
  protocol.handle(APP_SCHEME, createAppServer(rendererDir))
}

/** The handler of `app://`: what is in the table is served, everything else is not found. */
export function createAppServer(
  rendererDir: string,
  newNonce = () => randomBytes(18).toString('base64'),
): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  const files = tableOfFiles(rendererDir)
  return async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const nonce = newNonce()
    const path = host === APP_HOST && method === 'GET' ? files.get(pathname) : undefined
    if (!path) return new Response('Not found', { status: 404, headers: headersFor('.txt', nonce) })
    const body = await readFile(path)
    const isPage = extname(path) === '.html'
    return new Response(isPage ? body.toString('utf8').replaceAll(NONCE_PLACE, nonce) : body, {
      headers: headersFor(extname(path), nonce),
    })
  }
}

/** Addresses with their files. Fixed at start: no address is ever turned into a path. */
function tableOfFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in MIME_TYPES)
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]))
}

function headersFor(extension: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': MIME_TYPES[extension] ?? 'text/plain; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}
