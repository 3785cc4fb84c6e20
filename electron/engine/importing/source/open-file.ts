/** Opens the file a person chose. */
import type { ReadSettings } from '../../../contract/import-settings.ts'
import { openByteSource } from './byte-source.ts'
import { type OpenedFile, openText } from './open-text.ts'

export interface OpenFileOptions {
  readonly dataDir: string
  readonly cancelled: () => boolean
}

/** Opens a file, whatever kind of text it holds. The caller closes the source. */
export async function openFile(path: string, read: ReadSettings, _: OpenFileOptions): Promise<OpenedFile> {
  const source = openByteSource(path)
  try {
    return openText(source, read)
  } catch (error) {
    source.close()
    throw error
  }
}
