/** Many short texts as one long one and their lengths: written in one go, transferred without copying, cut up again. */
import type { TextColumn } from './lead-chunk.ts'

/** Joined texts; `lengths` in UTF-16 units plus one, 0 for a missing one. */
export interface JoinedTexts {
  readonly text: string
  readonly lengths: Uint32Array<ArrayBuffer>
}

/** The texts of a column as one string. */
export function fromTextColumn({ bytes, lengths }: TextColumn): JoinedTexts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return { text, lengths }
}

/** Cuts joined texts up again. */
export function splitTexts({ text, lengths }: JoinedTexts): (string | null)[] {
  const texts: (string | null)[] = new Array(lengths.length)
  let start = 0
  for (let i = 0; i < lengths.length; i += 1) {
    const length = lengths[i] ?? 0
    texts[i] = length === 0 ? null : text.slice(start, start + length - 1)
    if (length > 0) start += length - 1
  }
  return texts
}
