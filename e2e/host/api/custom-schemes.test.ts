import { expect, test } from 'vitest'
import { handlerOf, registerScheme, setSchemeHandler, toAppAddress, toWebAddress } from './custom-schemes.ts'

registerScheme('app')

test('an address of the app is another to Chromium, and back', () => {
  const web = toWebAddress('app://leadlight/assets/index.js?v=1#top')
  expect(web).toBe('https://leadlight.app.electron-double.test/assets/index.js?v=1#top')
  expect(toAppAddress(web)).toBe('app://leadlight/assets/index.js?v=1#top')
})

test('other addresses stay what they are', () => {
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'other://host/', 'about:blank', '']) {
    expect(toWebAddress(url)).toBe(url)
    expect(toAppAddress(url)).toBe(url)
  }
})

test('a scheme has a handler once the app has given one', () => {
  expect(handlerOf('app://leadlight/')).toBeNull()
  const handler = () => new Response('')
  setSchemeHandler('app', handler)
  expect(handlerOf('app://leadlight/')).toBe(handler)
  expect(handlerOf('https://example.com/')).toBeNull()
})
