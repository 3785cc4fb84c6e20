/** Writes a report where the user said. */
import { basename } from 'node:path'
import type { SavedFile } from '../../../contract/methods.ts'
import { refuse } from '../../../contract/result.ts'
import type { AtomicFile } from '../../importing/files/atomic-file.ts'

/** The first bytes of every PDF file. */
const SIGNATURE = Buffer.from('%PDF-')

/** Writes a text whole or not at all. */
export function writeReport(text: string, path: string, file: AtomicFile): SavedFile {
  return writeWhole(Buffer.from(text), path, file)
}

/** Writes a page that was printed; what did not become a PDF replaces nothing. */
export function writePrinted(pdf: Uint8Array, path: string, file: AtomicFile): SavedFile {
  if (!SIGNATURE.equals(pdf.subarray(0, SIGNATURE.length))) {
    file.discard()
    refuse(
      'not_a_pdf',
      'The report could not be printed.',
      'Save it as a web page and print it from a browser.',
    )
  }
  return writeWhole(pdf, path, file)
}

function writeWhole(bytes: Uint8Array, path: string, file: AtomicFile): SavedFile {
  try {
    file.write(bytes)
    file.finish()
    return { fileName: basename(path) }
  } finally {
    file.discard()
  }
}
