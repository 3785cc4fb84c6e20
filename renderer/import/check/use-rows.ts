/** Rows of the open file as they stand. */
import { useQuery } from '@tanstack/react-query'
import { call } from '../../bridge/call.ts'
import type { OpenFile } from '../state/open-file.ts'

/** What the contract gives at once. */
const MOST_ROWS = 100

/** Some rows of the open file by their numbers, as many as can be looked at. */
export function useFileRows({ ticket, looked }: OpenFile, rows: readonly number[]) {
  const wanted = rows.slice(0, MOST_ROWS)
  return useQuery({
    // Not of the history: the file does not change while it is open.
    queryKey: ['file', ticket.ticket, looked.read, wanted],
    queryFn: () => call('fileRows', { ticket: ticket.ticket, settings: looked, rows: wanted }),
    // Kept only while the rows are shown: they may be long.
    gcTime: 0,
  })
}
