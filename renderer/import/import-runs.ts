import type { Toast } from '../ui/toasts.tsx'

/** What is said to somebody who asks for something that a running import forbids. */
export const IMPORT_RUNS: Toast = {
  tone: 'notice',
  text: 'An import is still running.',
  detail: 'Wait until it is done, or stop it, before you do this.',
}
