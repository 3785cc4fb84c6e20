/** A bundle ready to score: its network loaded, its vectorizer compiled, its golden rows tried. */
import { createVectorizer, type Vectorizer } from '../../../model/features/vectorize-lead.ts'
import { refuse } from '../../contract/result.ts'
import type { Bundle } from '../registry/read-bundle.ts'
import { openOnnxSession } from './onnx-session.ts'
import { createScorer, type Scorer } from './scorer.ts'

export interface OpenModel extends Bundle {
  readonly vectorizer: Vectorizer
  readonly scorer: Scorer
  /** Frees the network; nothing may be running. */
  release(): Promise<void>
}

/** How far a golden row's score may be off: float32 sums on another processor differ in the last digits. */
const GOLDEN_TOLERANCE = 1e-5

/** Loads a bundle; refuses one whose network does not give the scores its manifest promises. */
export async function openModel(bundle: Bundle): Promise<OpenModel> {
  const { manifest, network } = bundle
  const vectorizer = createVectorizer(manifest.fields, manifest.features)
  const { featureCount } = vectorizer
  const { input, output } = manifest.network
  const session = await openOnnxSession(network, { input, output, featureCount })
  const scorer = createScorer(session, featureCount)
  try {
    await checkGoldenRows(bundle, vectorizer, scorer)
  } catch (error) {
    await session.release()
    throw error
  }
  return { ...bundle, vectorizer, scorer, release: () => session.release() }
}

async function checkGoldenRows({ manifest }: Bundle, vectorizer: Vectorizer, scorer: Scorer): Promise<void> {
  const { golden } = manifest
  const matrix = new Float32Array(golden.length * vectorizer.featureCount)
  golden.forEach(({ values }, row) => {
    vectorizer.vectorize(values, matrix, row * vectorizer.featureCount)
  })
  const scores = await scorer.score(matrix, golden.length)
  golden.forEach(({ score: expected }, row) => {
    const score = scores[row] ?? Number.NaN
    if (Math.abs(score - expected) <= GOLDEN_TOLERANCE) return
    refuse(
      'model_scores',
      'The model cannot be used: on this machine it gives other scores than it should.',
      undefined,
      { row, score, expected },
    )
  })
}
