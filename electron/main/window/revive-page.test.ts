import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test, vi } from 'vitest'
import { reviveWhenGone } from './revive-page.ts'

function page() {
  vi.spyOn(console, 'error').mockReturnValue()
  const contents = new EventEmitter()
  const load = vi.fn()
  reviveWhenGone(contents as unknown as WebContents, load)
  return { load, go: (reason: string) => contents.emit('render-process-gone', {}, { reason, exitCode: 1 }) }
}

test.each(['crashed', 'oom', 'killed'])('a page that has %s is loaded again', (reason) => {
  const { load, go } = page()
  go(reason)
  expect(load).toHaveBeenCalledOnce()
})

test('a page that ended in order is not', () => {
  const { load, go } = page()
  go('clean-exit')
  expect(load).not.toHaveBeenCalled()
})

test('a page that crashes again and again is left alone', () => {
  const { load, go } = page()
  for (let i = 0; i < 10; i++) go('crashed')
  expect(load).toHaveBeenCalledTimes(3)
})
