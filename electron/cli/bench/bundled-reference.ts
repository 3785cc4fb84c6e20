/** The bundled model with its reference leads, as the app reads them: what simulations draw leads from. */
import { join } from 'node:path'
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { LeadSample } from '../../engine/monitoring/windows/lead-sample.ts'
import { readReference } from '../../engine/monitoring/windows/read-reference.ts'
import { systemFiles } from '../../engine/platform/files.ts'
import { readBundle } from '../../engine/registry/read-bundle.ts'

/** A model and the leads it was made for. */
export interface BundledReference {
  readonly manifest: Manifest
  readonly leads: LeadSample
}

/** Reads the model that comes with the app. */
export function readBundledReference(): BundledReference {
  const folder = join(import.meta.dirname, '../../../resources/model')
  const { manifest } = readBundle(folder, systemFiles)
  const leads = readReference(folder, manifest, systemFiles)
  if (!leads) throw new Error('the bundled model has no reference to draw leads from')
  return { manifest, leads }
}
