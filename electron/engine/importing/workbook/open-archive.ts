/** Opens a ZIP archive and looks up its directory before anything is unpacked. The only file that knows yauzl. */
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Refusal, refuse } from '../../../contract/result.ts'
import { MAX_ARCHIVE_ENTRIES, MAX_PACKING_RATIO, MAX_UNPACKED_BYTES, SMALL_PART_BYTES } from '../limits.ts'

export interface Archive {
  readonly names: readonly string[]
  /** The unpacked bytes of an entry, piece by piece; null when there is no such entry. Names differ by more than case. */
  read(name: string): Promise<AsyncIterable<Buffer>> | null
  close(): void
}

const SAVE_AGAIN = 'Open the workbook in Excel or LibreOffice, save it again, and choose the new file.'

/** Opens an archive; refuses one that is damaged, unpacks to too much, or whose entries point out of it. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
    strictFileNames: true,
  }).catch(damaged)
  try {
    const entries = await readDirectory(zip)
    return {
      names: [...entries.values()].map(({ fileName }) => fileName),
      read(name) {
        const entry = entries.get(name.toLowerCase())
        return entry ? zip.openReadStreamPromise(entry).then(checked, damaged) : null
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      checkSizes(entry, unpacked)
      entries.set(entry.fileName.toLowerCase(), entry)
      if (entries.size > MAX_ARCHIVE_ENTRIES) {
        unsafe(`The workbook holds more than ${MAX_ARCHIVE_ENTRIES.toLocaleString('en')} parts.`, {
          limit: MAX_ARCHIVE_ENTRIES,
        })
      }
    }
  } catch (error) {
    damaged(error)
  }
  return entries
}

function checkSizes({ uncompressedSize, compressedSize }: Entry, unpacked: number): void {
  if (unpacked > MAX_UNPACKED_BYTES) {
    refuse(
      'too_large',
      `The workbook unpacks to more than 200 MB (${megabytes(unpacked)} MB so far).`,
      'Split it, or save the sheet as "CSV UTF-8".',
      { bytes: unpacked, limit: MAX_UNPACKED_BYTES },
    )
  }
  const ratio = uncompressedSize / Math.max(1, compressedSize)
  if (uncompressedSize > SMALL_PART_BYTES && ratio > MAX_PACKING_RATIO) {
    const times = Math.round(ratio)
    unsafe(
      `A part of the workbook unpacks to ${times.toLocaleString('en')} times its size, over 100 times.`,
      {
        ratio: times,
        limit: MAX_PACKING_RATIO,
      },
    )
  }
}

function megabytes(bytes: number): string {
  return Math.ceil(bytes / 1024 ** 2).toLocaleString('en')
}

function unsafe(message: string, details: Record<string, number>): never {
  return refuse('unsafe_archive', message, SAVE_AGAIN, details)
}

/** An entry's bytes; what is wrong with them is said as a refusal. */
async function* checked(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (error) {
    damaged(error)
  }
}

const UNSAFE_NAME = /^(?:invalid characters in fileName|absolute path|invalid relative path): /

function damaged(error: unknown): never {
  if (error instanceof Refusal) throw error
  const message = error instanceof Error ? error.message : String(error)
  if (UNSAFE_NAME.test(message)) unsafe('The workbook holds parts whose names point out of it.', {})
  if (/encrypt/.test(message)) {
    refuse('not_xlsx', 'The workbook is protected by a password.', 'Save it without a password.')
  }
  return refuse('file_damaged', 'The workbook is damaged and cannot be unpacked.', SAVE_AGAIN)
}
