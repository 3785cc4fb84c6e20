/** A window in words: what a report calls it, and when its leads were scored. */
import type { Window, WindowFacts } from '../../../contract/windows.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { refuseUnknownBatch } from '../../history/resumable-batch.ts'
import type { WindowChunk } from './window-chunks.ts'
import { countLeads } from './window-chunks.ts'

/** What is in these chunks of a window. */
export function windowFacts(
  db: ReadHandle | null,
  window: Window,
  chunks: readonly WindowChunk[],
): WindowFacts {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { scoredAtMs } of chunks) {
    from = Math.min(from, scoredAtMs)
    to = Math.max(to, scoredAtMs)
  }
  const moment = (ms: number) => (chunks.length === 0 ? null : new Date(ms).toISOString())
  return {
    name: windowName(db, window),
    leads: countLeads(chunks),
    from: moment(from),
    to: moment(to),
  }
}

/** What a window is called; refuses a batch that never was. */
export function windowName(db: ReadHandle | null, window: Window): string {
  switch (window.kind) {
    case 'all':
      return 'all leads'
    case 'last':
      return window.count === 1 ? 'the last lead' : `the last ${window.count.toLocaleString('en-US')} leads`
    case 'days':
      return window.days === 1
        ? 'yesterday and today'
        : `the last ${window.days.toLocaleString('en-US')} days`
    case 'period':
      return window.from === window.to
        ? dayWords(window.from)
        : `${dayWords(window.from)} to ${dayWords(window.to)}`
    case 'batch':
      return batchName(db, window.batch)
  }
}

/** `2026-11-21` as 21 Nov 2026; the same in every time zone. */
function dayWords(day: string): string {
  return DAY_WORDS.format(new Date(`${day}T00:00:00Z`))
}

const DAY_WORDS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A window's name at the beginning of a sentence; the names of files, which have a point in them, stay as they are. */
export function sentenceCase(name: string): string {
  return /^(all|the|yesterday) [^.]*$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
}

function batchName(db: ReadHandle | null, batch: number): string {
  const name = db
    ?.prepare<{ batch: number }, string>('SELECT file_name FROM batch WHERE id = :batch')
    .pluck()
    .get({ batch })
  return name ?? refuseUnknownBatch(batch)
}
