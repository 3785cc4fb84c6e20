import type { Bridge } from '../../electron/contract/methods.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly leadlight: Bridge
  }
}
