import { describe, expect, test } from 'vitest'
import { pageAddress } from './page-address.ts'

const foreign = [
  'app://other/index.html',
  'app://leadlight.example/index.html',
  'app:leadlight',
  'https://leadlight/index.html',
  'file:///etc/passwd',
  'data:text/html,hello',
  'about:blank',
  'null',
  '',
]

describe('the built page', () => {
  const page = pageAddress({ isPackaged: false, developmentUrl: undefined })

  test('is the app and nothing else', () => {
    expect(page.url).toBe('app://leadlight/index.html')
    expect(page.isOwn('app://leadlight/assets/index.js')).toBe(true)
    expect(foreign.filter(page.isOwn)).toEqual([])
    expect(foreign.filter(page.mayRequest)).toEqual([])
  })
})

describe('the page while developing', () => {
  const page = pageAddress({ isPackaged: false, developmentUrl: 'http://localhost:5173' })

  test('is the one the development server has', () => {
    expect(page.isOwn('http://localhost:5173/')).toBe(true)
    expect(page.mayRequest('ws://localhost:5173/?token=1')).toBe(true)
    expect(page.isOwn('http://localhost:5174/')).toBe(false)
    expect(foreign.filter(page.mayRequest)).toEqual([])
  })
})

test('a packaged app knows no development server', () => {
  expect(pageAddress({ isPackaged: true, developmentUrl: 'http://localhost:5173' }).url).toBe(
    'app://leadlight/index.html',
  )
})
