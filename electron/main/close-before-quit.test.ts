import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { closeBeforeQuit } from './close-before-quit.ts'

function quittingApp() {
  const app = Object.assign(new EventEmitter(), { exit: vi.fn() })
  const quit = () => {
    const event = { preventDefault: vi.fn() }
    app.emit('will-quit', event)
    return event.preventDefault.mock.calls.length > 0
  }
  return { app, quit }
}

test('the app ends once the engine has closed, and not before', async () => {
  const { app, quit } = quittingApp()
  const closed = Promise.withResolvers<void>()
  const close = vi.fn(() => closed.promise)
  closeBeforeQuit(app, close)
  expect(quit()).toBe(true)
  expect(app.exit).not.toHaveBeenCalled()
  closed.resolve()
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0))
})

test('quitting twice closes once', async () => {
  const { app, quit } = quittingApp()
  const close = vi.fn(async () => undefined)
  closeBeforeQuit(app, close)
  quit()
  quit()
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce())
  expect(close).toHaveBeenCalledOnce()
})

test('a failure to close is said, and does not keep the app alive', async () => {
  const { app, quit } = quittingApp()
  const said = vi.spyOn(console, 'error').mockReturnValue()
  closeBeforeQuit(app, () => Promise.reject(new Error('disk gone')))
  quit()
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalledWith(1))
  expect(said).toHaveBeenCalled()
})
