/** A model that is loaded when it is asked for first, and tried again when that failed. */
import type { OpenModel } from './open-model.ts'

export interface ModelLoader {
  get(): Promise<OpenModel>
  /** Frees the model if it was loaded; nothing may be running. */
  release(): Promise<void>
}

/** A loader around `open`. */
export function loadModelOnce(open: () => Promise<OpenModel>): ModelLoader {
  let opening: Promise<OpenModel> | null = null
  return {
    get() {
      // Inside a promise, because reading the bundle may throw before there is one.
      opening ??= Promise.resolve()
        .then(open)
        .catch((error) => {
          opening = null
          throw error
        })
      return opening
    },
    release: async () => (await opening?.catch(() => null))?.release(),
  }
}
