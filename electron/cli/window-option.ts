/** Windows as arguments: `30d`, `last:1000`, `batch:7`, `2026-01-01..2026-03-31`, `all`. */
import { InvalidArgumentError } from 'commander'
import { type Window, windowSchema } from '../contract/windows.ts'

/** How windows are written, for the help of commands. */
export const WINDOW_FORMS = '30d, last:1000, batch:7, 2026-01-01..2026-03-31 or all'

/** Reads a window. */
export function readWindowOption(text: string): Window {
  const window = windowSchema.safeParse(written(text.trim()))
  if (!window.success) throw new InvalidArgumentError(`Write ${WINDOW_FORMS}.`)
  return window.data
}

function written(text: string): unknown {
  if (text === 'all') return { kind: 'all' }
  const days = /^(\d+)d$/.exec(text)
  if (days) return { kind: 'days', days: Number(days[1]) }
  const counted = /^(last|batch):(\d+)$/.exec(text)
  if (counted?.[1] === 'last') return { kind: 'last', count: Number(counted[2]) }
  if (counted) return { kind: 'batch', batch: Number(counted[2]) }
  const [from, to, ...more] = text.split('..')
  return more.length === 0 && to !== undefined ? { kind: 'period', from, to } : null
}
