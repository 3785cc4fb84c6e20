import { toAppError } from '../../electron/contract/result.ts'
import type { Toast } from './toasts.tsx'

/** What is said at the foot of the window when something failed: its sentence, and what to do where that is known. */
export function failureToast(thrown: unknown): Toast {
  const { message, hint } = toAppError(thrown)
  return { tone: 'failed', text: message, ...(hint ? { detail: hint } : {}) }
}
