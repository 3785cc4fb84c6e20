import { expect, test, vi } from 'vitest'
import { quietChromium } from './quiet-chromium.ts'

test("no name is ever looked up, and Chromium's own services are off", () => {
  const appendSwitch = vi.fn()
  quietChromium({ appendSwitch })
  const switches = new Map(appendSwitch.mock.calls.map(([name, value]) => [name, value]))
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND , EXCLUDE localhost')
  expect([...switches.keys()]).toEqual(expect.arrayContaining(['disable-background-networking', 'no-pings']))
})
