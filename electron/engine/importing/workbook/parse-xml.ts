/** Reads XML piece by piece. The only file that knows saxes. */
import { SaxesParser } from 'saxes'
import { refuse } from '../../../contract/result.ts'
import { MAX_CELL_BYTES } from '../limits.ts'

/** What is told while XML is read; names are without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

/** Bytes between two looks at whether to go on. */
const SLICE_BYTES = 64 * 1024

/**
 * Reads a part of a workbook. `goOn` is asked often; false ends the reading early. A document type is refused: no
 * spreadsheet program writes one, and entities are how XML is made to read files or to grow without end.
 */
export async function parseXml(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  goOn: () => boolean = () => true,
): Promise<void> {
  const parser = createParser(handlers)
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += SLICE_BYTES) {
      parser.write(decoder.decode(piece.subarray(from, from + SLICE_BYTES), { stream: true }))
      if (!goOn()) return
    }
  }
  parser.write(decoder.decode())
  parser.close()
}

function createParser({ open, text, close }: XmlHandlers): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () =>
    refuse(
      'unsafe_xml',
      'The workbook holds XML definitions, which no spreadsheet program writes; they were not followed.',
      'Open it in Excel or LibreOffice, save it again, and choose the new file.',
    ),
  )
  parser.on('error', () =>
    refuse(
      'file_damaged',
      'The workbook is damaged: one of its parts is no well-formed XML.',
      'Open it in Excel or LibreOffice, save it again, and choose the new file.',
    ),
  )
  parser.on('opentag', (tag) => open(withoutPrefix(tag.name), tag.attributes))
  parser.on('closetag', (tag) => close(withoutPrefix(tag.name)))
  parser.on('text', text)
  parser.on('cdata', text)
  return parser
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The value of an attribute whatever its prefix: `r:id`, `rel:id` and `id`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (name in attributes) return attributes[name]
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`))
  return prefixed === undefined ? undefined : attributes[prefixed]
}

/** Adds a piece to the text of a cell; refuses one that no cell can hold. */
export function lengthened(text: string, piece: string): string {
  if (text.length + piece.length <= MAX_CELL_BYTES) return text + piece
  return refuse('too_large', 'A cell of the workbook is longer than 1 MB.', 'Shorten the cell.', {
    limit: MAX_CELL_BYTES,
  })
}

/** Spreadsheets write characters that XML cannot hold as `_x000D_`. NUL is left out. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    code === '0000' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
