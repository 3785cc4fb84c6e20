/** Writes the picture of a chart where the user said. */
import { basename } from 'node:path'
import type { SavedFile } from '../../../contract/methods.ts'
import { refuse } from '../../../contract/result.ts'
import type { AtomicFile } from '../../importing/files/atomic-file.ts'

/** The first bytes of every PNG file. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Writes the file whole or not at all; what is no PNG is refused, for a page may have sent anything. */
export function writePicture(png: Uint8Array, path: string, file: AtomicFile): SavedFile {
  try {
    if (!SIGNATURE.every((byte, place) => png[place] === byte)) {
      refuse('not_a_picture', 'The chart did not come through as a picture.', 'Try to save it again.')
    }
    file.write(png)
    file.finish()
    return { fileName: basename(path) }
  } finally {
    file.discard()
  }
}
