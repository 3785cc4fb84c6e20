/** A network in ONNX Runtime. The only file that imports it. */
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { refuse } from '../../contract/result.ts'

/** What a bundle's network must look like: one matrix of features in, one score per row out. */
export interface NetworkShape {
  readonly input: string
  readonly output: string
  readonly featureCount: number
}

export interface OnnxSession {
  /** Scores of a `[rows, featureCount]` matrix. Runs on the calling thread. */
  run(matrix: Float32Array, rows: number): Promise<Float32Array>
  /** Frees the network; nothing may be running. */
  release(): Promise<void>
}

/**
 * One thread, in order: fastest per row for small networks, leaves the other cores alone, and sums are made in the same
 * order every time, so that a lead's score never depends on how busy the machine is.
 */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  logSeverityLevel: 3,
}

/** Loads a network; refuses one that ONNX Runtime cannot read or that has other inputs and outputs. */
export async function openOnnxSession(network: Uint8Array, shape: NetworkShape): Promise<OnnxSession> {
  requireNoTelemetry()
  const runtime = await import('onnxruntime-node')
  const session = await create(runtime, network)
  checkShape(session, shape)
  const { input, output, featureCount } = shape
  return {
    async run(matrix, rows) {
      const results = await session.run({
        [input]: new runtime.Tensor('float32', matrix, [rows, featureCount]),
      })
      return scoresOf(results[output], rows)
    },
    release: () => session.release(),
  }
}

/**
 * ONNX Runtime reports its use over the network unless the process was told otherwise before it loads. Each process
 * entry sets this as its first statement; one that forgets must not get as far as loading it.
 */
function requireNoTelemetry(): void {
  if (process.env.ORT_DISABLE_TELEMETRY !== '1') {
    throw new Error('ORT_DISABLE_TELEMETRY=1 must be set by the process entry before ONNX Runtime loads')
  }
}

async function create(
  runtime: typeof import('onnxruntime-node'),
  network: Uint8Array,
): Promise<InferenceSession> {
  try {
    return await runtime.InferenceSession.create(network, SESSION_OPTIONS)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return refuse('model_unreadable', 'The model cannot be used: its network cannot be read.', undefined, {
      reason,
    })
  }
}

function checkShape(session: InferenceSession, { input, output, featureCount }: NetworkShape): void {
  const fits = (values: readonly InferenceSession.ValueMetadata[], name: string, columns: number) => {
    const [value] = values
    if (values.length !== 1 || value?.name !== name || !value.isTensor || value.type !== 'float32')
      return false
    // The first dimension is the number of rows, which must be free.
    return value.shape.length === 2 && typeof value.shape[0] === 'string' && value.shape[1] === columns
  }
  if (fits(session.inputMetadata, input, featureCount) && fits(session.outputMetadata, output, 1)) return
  refuse(
    'model_shape',
    `The model cannot be used: its network does not take ${featureCount} features as "${input}" and give one score as "${output}".`,
  )
}

function scoresOf(tensor: Tensor | undefined, rows: number): Float32Array {
  if (tensor?.data instanceof Float32Array && tensor.data.length === rows) return tensor.data
  return refuse('model_output', 'The model gave something that is not one score per lead.')
}
