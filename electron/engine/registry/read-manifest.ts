/** Reads the manifest of a bundle folder. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, manifestSchema } from '../../../model/bundle/manifest.ts'

/** The checked manifest of the bundle in `folder`. */
export async function readManifest(folder: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
}
