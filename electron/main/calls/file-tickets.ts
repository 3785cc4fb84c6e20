/** Files the user chose or dropped: the window gets a ticket, the path stays here. */
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import type { FileTicket } from '../../contract/methods.ts'
import { refuse } from '../../contract/result.ts'

/** Enough for a long day of imports; then the oldest tickets are no longer good. */
const MOST_TICKETS = 200

/** Tickets for files, good until the app ends. */
export interface FileTickets {
  /** Gives out a ticket; refuses what is not a file. */
  issue(path: string): Promise<FileTicket>
  /** The path of a ticket; refuses one that was never given out. */
  pathOf(ticket: string): string
}

/** Makes the table of tickets of one app. */
export function createFileTickets(): FileTickets {
  const paths = new Map<string, string>()
  return {
    async issue(path) {
      await requireFile(path)
      const ticket = randomUUID()
      paths.set(ticket, path)
      for (const oldest of [...paths.keys()].slice(0, -MOST_TICKETS)) paths.delete(oldest)
      return { ticket, fileName: basename(path) }
    },
    pathOf: (ticket) =>
      paths.get(ticket) ??
      refuse('ticket_unknown', 'The app no longer knows which file is meant.', 'Choose the file again.'),
  }
}

async function requireFile(path: string): Promise<void> {
  const fileName = basename(path)
  // A relative path would mean something in main's own folder, which nobody chose.
  const found = isAbsolute(path) ? await stat(path).catch(() => null) : null
  if (!found) refuse('file_not_found', `${fileName} cannot be found.`, 'Check that the file is still there.')
  if (!found.isFile()) {
    refuse(
      'file_not_a_file',
      `${fileName} is not a file.`,
      'Drop the file itself: a CSV file with one lead per row.',
    )
  }
}
