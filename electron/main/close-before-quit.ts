/** Quitting waits until the engine has closed: what was acknowledged is on the disk, and the folder's lock is free. */

interface QuittingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown
  exit(code: number): void
}

/** Holds the end of the app back until `close` has finished, whether it succeeds or not. */
export function closeBeforeQuit(app: QuittingApp, close: () => Promise<void>): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    close().then(
      () => app.exit(0),
      (thrown) => {
        console.error(thrown)
        app.exit(1)
      },
    )
  })
}
