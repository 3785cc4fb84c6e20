/** Reads a bundle from its folder and checks that it is what its manifest says. */
import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Manifest } from '../../../model/bundle/manifest.ts'
import { parseManifest } from '../../../model/bundle/parse-manifest.ts'
import { refuse } from '../../contract/result.ts'
import type { Files } from '../platform/files.ts'

/** A bundle's manifest, with the digest that tells it from every other. */
export interface BundleManifest {
  readonly manifest: Manifest
  /** The manifest as it stands in the file: kept with the predictions it explains. */
  readonly text: string
  /** SHA-256 of `text`. It names the network's own digest, so it stands for the whole model. */
  readonly digest: string
}

export interface Bundle extends BundleManifest {
  readonly network: Uint8Array
}

const MAX_MANIFEST_BYTES = 256 * 1024
const MAX_NETWORK_BYTES = 50 * 1024 * 1024
const MAX_REFERENCE_BYTES = 200 * 1024 * 1024

/** The folder of the bundle that ships with the app. */
export const bundledModelFolder = (resourcesDir: string): string => join(resourcesDir, 'model')

/** The name a model goes by in lists and on the command line. */
export const modelId = ({ name, version }: Pick<Manifest, 'name' | 'version'>): string => `${name}-${version}`

/** Reads and checks the manifest alone. */
export function readManifest(folder: string, files: Files): BundleManifest {
  const bytes = readPlainFile(join(folder, 'manifest.json'), MAX_MANIFEST_BYTES, files)
  const text = bytes.toString('utf8')
  const parsed = parseManifest(parseJson(text))
  if (!parsed.ok) refuse('model_manifest', `The model cannot be used. ${parsed.message}`)
  return { manifest: parsed.manifest, text, digest: hash('sha256', bytes) }
}

/** Reads manifest and network; refuses a network with other bytes than the manifest says. */
export function readBundle(folder: string, files: Files): Bundle {
  const described = readManifest(folder, files)
  const { file, sha256 } = described.manifest.network
  const network = readPlainFile(join(folder, file), MAX_NETWORK_BYTES, files)
  // One flipped bit in the weights loads without a word and changes scores.
  checkDigest(network, sha256, file)
  return { ...described, network }
}

/** Checks the reference data against the manifest; nothing to do for a model without. */
export function checkReference(folder: string, manifest: Manifest, files: Files): void {
  readReferenceFile(folder, manifest, files)
}

/** The reference data as it stands in its file; null for a model without. */
export function readReferenceFile(
  folder: string,
  { reference }: Manifest,
  files: Files,
): Buffer<ArrayBuffer> | null {
  if (!reference) return null
  const bytes = readPlainFile(join(folder, reference.file), MAX_REFERENCE_BYTES, files)
  checkDigest(bytes, reference.sha256, reference.file)
  return bytes
}

function readPlainFile(path: string, maxBytes: number, files: Files): Buffer<ArrayBuffer> {
  const kind = files.kind(path)
  if (kind === 'none') refuse('model_incomplete', `The model cannot be used: ${path} is missing.`, REINSTALL)
  if (kind !== 'file')
    refuse('model_incomplete', `The model cannot be used: ${path} is not a plain file.`, REINSTALL)
  if (files.size(path) > maxBytes) {
    refuse('model_too_large', `The model cannot be used: ${path} is larger than ${maxBytes / 1024} kB.`)
  }
  return files.read(path)
}

function checkDigest(bytes: Uint8Array, sha256: string, name: string): void {
  if (hash('sha256', bytes) === sha256) return
  refuse(
    'model_damaged',
    `The model cannot be used: ${name} is not the file its manifest describes.`,
    REINSTALL,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return refuse('model_manifest', 'The model cannot be used: its manifest is not JSON.', REINSTALL, {
      reason,
    })
  }
}

const REINSTALL = 'Install the model or the app again. Leads scored before stay readable.'
