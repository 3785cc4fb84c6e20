/** `clipboard`, texts only: a clipboard of the app's own, so that a test does not overwrite that of whoever runs it. */
let held = ''

export const clipboard = {
  writeText: (text: string): void => {
    held = text
  },
  readText: (): string => held,
}
