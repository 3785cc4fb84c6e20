/** Reads a manifest from JSON: its shape by schema, then what a schema cannot say. */
import { type Manifest, manifestSchema } from './manifest.ts'
import { manifestContradictions } from './manifest-contradictions.ts'

export type ParsedManifest =
  | { readonly ok: true; readonly manifest: Manifest }
  | { readonly ok: false; readonly message: string }

/** How many problems one message names; the rest are counted. */
const SHOWN = 3

/** The manifest, or one sentence that names what is wrong with it. */
export function parseManifest(json: unknown): ParsedManifest {
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success)
    return refusal(parsed.error.issues.map(({ path, message }) => `${showPath(path)}: ${message}`))
  const contradictions = manifestContradictions(parsed.data)
  return contradictions.length > 0 ? refusal(contradictions) : { ok: true, manifest: parsed.data }
}

function refusal(problems: readonly string[]): ParsedManifest {
  const more = problems.length > SHOWN ? ` (and ${problems.length - SHOWN} more)` : ''
  return { ok: false, message: `The manifest is not valid: ${problems.slice(0, SHOWN).join('; ')}${more}.` }
}

/** `fields[3].options[0].value`, as one would write it in code. */
function showPath(path: readonly PropertyKey[]): string {
  const shown = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return shown === '' ? 'the whole' : shown.replace(/^\./, '')
}
