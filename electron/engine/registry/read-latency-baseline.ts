/** Reads how fast a bundle's model was on the machine it was measured on. */
import { join } from 'node:path'
import { type LatencyBaseline, latencyBaselineSchema } from '../../../model/bundle/latency-baseline.ts'
import type { Files } from '../platform/files.ts'

const FILE = 'latency.json'
const MAX_BYTES = 64 * 1024

/** The baseline of the bundle in a folder; null where there is none, or none that can be read: it is only a comparison. */
export function readLatencyBaseline(folder: string, files: Files): LatencyBaseline | null {
  const path = join(folder, FILE)
  if (files.kind(path) !== 'file' || files.size(path) > MAX_BYTES) return null
  const parsed = latencyBaselineSchema.safeParse(parseJson(files.read(path).toString('utf8')))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
