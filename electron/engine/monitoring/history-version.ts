import type { ReadHandle } from '../history/connection.ts'
import { dayOf } from './windows/window-range.ts'

/** What an answer was made from: another one when the history changed or a day began, as windows of days begin with one. */
export function historyVersion(db: ReadHandle | null, nowMs: number): string {
  return `${db?.pragma('data_version', { simple: true }) ?? 0} ${dayOf(nowMs)}`
}
