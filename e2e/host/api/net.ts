import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strict } from '../strict.ts'
import { handlerOf } from './custom-schemes.ts'

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export const net = strict('net', {
  isOnline: () => true,
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url
    const handler = handlerOf(url)
    if (handler) return handler(new Request(url, init))
    if (!url.startsWith('file:')) return fetch(input, init)
    const path = fileURLToPath(url)
    try {
      const type = MIME_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
      return new Response(await readFile(path), { headers: { 'content-type': type } })
    } catch (cause) {
      throw new Error('net::ERR_FILE_NOT_FOUND', { cause })
    }
  },
})
