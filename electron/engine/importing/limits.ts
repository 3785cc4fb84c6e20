/** How much of a file is read at most; beyond it a file is refused with the number that was exceeded. */

export const MAX_FILE_BYTES = 2 * 1024 ** 3
export const MAX_ROWS = 10_000_000
export const MAX_COLUMNS = 20_000
export const MAX_CELL_BYTES = 1024 ** 2
/** A record lies in memory as a whole; without this a row of 20,000 cells of 1 MB would take 20 GB. */
export const MAX_RECORD_BYTES = 8 * 1024 ** 2
/** One read. Larger pieces leave the processor's cache and are slower (performance.md). */
export const PIECE_BYTES = 64 * 1024
/** How much of the file's beginning decides type, encoding, delimiter and mapping. */
export const SAMPLE_BYTES = 1024 ** 2
/** How much of its end is looked at for lines below the table. */
export const TAIL_BYTES = 64 * 1024
/** What a workbook may unpack to, and the text that is made of its sheet. */
export const MAX_UNPACKED_BYTES = 200 * 1024 ** 2
/** Unpacked bytes for one packed byte: lists get to about 20, a file made to exhaust memory to 1,000. */
export const MAX_PACKING_RATIO = 100
/** Below this size a ratio says nothing. */
export const SMALL_PART_BYTES = 1024 ** 2
/** Files in the archive that a workbook is. */
export const MAX_ARCHIVE_ENTRIES = 10_000
