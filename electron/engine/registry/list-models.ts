/** The models the app knows. For now that is the bundled one, and it is active. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { ModelInfo } from '../../contract/app-info.ts'
import { modelId } from './read-bundle.ts'

/** Every model, the active one marked. */
export function listModels(active: Manifest): readonly ModelInfo[] {
  return [
    {
      id: modelId(active),
      name: active.name,
      version: active.version,
      description: active.description,
      trainedAt: active.training.trainedAt,
      active: true,
      demo: active.provenance.kind === 'demo',
      metrics: active.metrics,
    },
  ]
}
