import { expect, test, vi } from 'vitest'
import { openOutside } from './open-outside.ts'

function outside(agrees: boolean) {
  return { ask: vi.fn(async () => agrees), open: vi.fn(async () => undefined) }
}

test('opens an https address once the user agrees', async () => {
  const agreed = outside(true)
  await openOutside('https://example.com/profile?id=1', agreed)
  expect(agreed.ask).toHaveBeenCalledWith({
    message: 'Open example.com in your browser?',
    detail: 'https://example.com/profile?id=1',
  })
  expect(agreed.open).toHaveBeenCalledWith('https://example.com/profile?id=1')
})

test('opens nothing when the user does not', async () => {
  const declined = outside(false)
  await openOutside('https://example.com/', declined)
  expect(declined.open).not.toHaveBeenCalled()
})

test.each([
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:someone@example.com',
  'smb://server/share',
  'app://leadlight/index.html',
  'https://user:secret@example.com/',
  'not an address',
])('%s is not even asked about', async (url) => {
  const never = outside(true)
  await openOutside(url, never)
  expect(never.ask).not.toHaveBeenCalled()
  expect(never.open).not.toHaveBeenCalled()
})
