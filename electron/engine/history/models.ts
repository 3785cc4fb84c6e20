/** The models that scored: their manifests are kept, so that what they said stays readable without them. */
import type { BundleManifest } from '../registry/read-bundle.ts'
import type { WriteHandle } from './connection.ts'

/** The number of a model in the history; stored when the app first opens the history with it. */
export function registerModel(
  db: WriteHandle,
  { manifest, text, digest }: BundleManifest,
  nowMs: number,
): number {
  const { name, version } = manifest
  db.prepare<Record<string, string | number>>(
    `INSERT INTO model (digest, name, version, manifest, added_at)
     VALUES (:digest, :name, :version, :text, :nowMs) ON CONFLICT (digest) DO NOTHING`,
  ).run({ digest, name, version, text, nowMs })
  const id = db
    .prepare<{ digest: string }, number>('SELECT id FROM model WHERE digest = :digest')
    .pluck()
    .get({ digest })
  if (id === undefined) throw new Error(`model ${name} ${version} was not stored`)
  return id
}
