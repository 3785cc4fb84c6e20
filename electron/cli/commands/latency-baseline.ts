/** `latency-baseline`: measures this machine with the bundled model and writes the baseline a bundle carries. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { LatencyBaseline, LatencyDistribution } from '../../../model/bundle/latency-baseline.ts'
import { quantile } from '../../../model/statistics/quantile.ts'
import { DEFAULT_SETTINGS } from '../../contract/importing.ts'
import type { LatencyMs, LeadFields } from '../../contract/lead.ts'
import { NOBODY } from '../../contract/lead.ts'
import type { Engine } from '../../engine/engine.ts'
import { withCommonOptions } from '../common-options.ts'
import { print, table } from '../output.ts'
import { type CommonOptions, samplesFolder, withEngine } from '../with-engine.ts'

const SINGLE_SCORES = 2000
const IMPORTS = 20
/** Scores before counting: the first ones pay for loading and compiling. */
const WARM_UP = 200

interface BaselineOptions extends CommonOptions {
  readonly out?: string
}

/** Adds the command. It works in a temporary data folder: nothing it stores stays. */
export function addLatencyBaseline(program: Command): void {
  withCommonOptions(
    program
      .command('latency-baseline')
      .description('measure scoring on this machine in a temporary folder')
      .option('--out <file>', 'write the measurement as JSON'),
  ).action(async (options: BaselineOptions) => {
    const data = await mkdtemp(join(tmpdir(), 'leadlight-baseline-'))
    try {
      const baseline = await withEngine({ ...options, data }, 'write', measure)
      if (options.out !== undefined) await writeFile(options.out, `${JSON.stringify(baseline, null, 2)}\n`)
      print(options, baseline, describeBaseline)
    } finally {
      await rm(data, { recursive: true, force: true })
    }
  })
}

async function measure(engine: Engine): Promise<LatencyBaseline> {
  const leads = await referenceLeads(engine)
  const singles: LatencyMs[] = []
  for (let i = 0; i < WARM_UP + SINGLE_SCORES; i++) {
    const { latencyMs } = await engine.saveLead(leads[i % leads.length] ?? {}, NOBODY)
    if (i >= WARM_UP) singles.push(latencyMs)
  }
  const perLead: number[] = []
  for (let i = 0; i < IMPORTS; i++) {
    const options = { job: crypto.randomUUID(), signal: new AbortController().signal, onProgress: () => {} }
    const { seconds, rows } = await engine.importFile(
      join(samplesFolder, 'leads-5000.csv'),
      DEFAULT_SETTINGS,
      options,
    )
    perLead.push((seconds * 1000) / rows)
  }
  const stage = (name: keyof LatencyMs) => distribution(singles.map((latency) => latency[name]))
  return {
    machine: describeMachine(),
    single: {
      features: stage('features'),
      inference: stage('inference'),
      storage: stage('storage'),
      total: stage('total'),
    },
    ...(await measureGroups(engine)),
    batchPerLead: distribution(perLead),
  }
}

/** A lead's share of the imports above, as the history keeps it. */
async function measureGroups(engine: Engine): Promise<Pick<LatencyBaseline, 'batch'>> {
  const { operations } = await engine.latencyReport({ window: { kind: 'all' } })
  const stages = operations.find(({ operation }) => operation === 'batch')?.stages
  if (!stages) return {}
  const { features, inference, storage, total } = stages
  return {
    batch: {
      features: rounded(features),
      inference: rounded(inference),
      storage: rounded(storage),
      total: rounded(total),
    },
  }
}

/** Leads to score one by one: those of the small sample, as the importer reads them. */
async function referenceLeads(engine: Engine): Promise<LeadFields[]> {
  const options = { job: crypto.randomUUID(), signal: new AbortController().signal, onProgress: () => {} }
  const { batch } = await engine.importFile(join(samplesFolder, 'leads-50.csv'), DEFAULT_SETTINGS, options)
  const { rows } = await engine.listLeads({ order: 'best', batch, limit: 50 })
  const details = await Promise.all(rows.map(({ id }) => engine.getLead(id)))
  return details.map(({ fields }) => fields)
}

function distribution(valuesMs: readonly number[]): LatencyDistribution {
  const sorted = Float64Array.from(valuesMs).sort()
  const sum = valuesMs.reduce((total, value) => total + value, 0)
  return rounded({
    n: valuesMs.length,
    mean: sum / valuesMs.length,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    max: quantile(sorted, 1),
  })
}

/** To nanoseconds: more digits would only be noise. */
function rounded({ n, mean, p50, p95, p99, max }: LatencyDistribution): LatencyDistribution {
  const round = (value: number) => Number(value.toFixed(6))
  return { n, mean: round(mean), p50: round(p50), p95: round(p95), p99: round(p99), max: round(max) }
}

function describeMachine(): LatencyBaseline['machine'] {
  const processors = cpus()
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: systemName(),
    node: process.version,
  }
}

/** Plainly: a kernel's release may name the machine. */
function systemName(): string {
  switch (process.platform) {
    case 'darwin':
      return 'macOS'
    case 'win32':
      return 'Windows'
    case 'linux':
      return 'Linux'
    default:
      return process.platform
  }
}

function describeBaseline({ single, batchPerLead }: LatencyBaseline): string[] {
  const row = (name: string, { n, p50, p95, p99 }: LatencyDistribution) => [
    name,
    String(n),
    ...[p50, p95, p99].map((value) => `${value.toFixed(4)} ms`),
  ]
  return table([
    ['per lead', 'n', 'p50', 'p95', 'p99'],
    row('one lead', single.total),
    row('  features', single.features),
    row('  inference', single.inference),
    row('  storage', single.storage),
    row('in an import', batchPerLead),
  ])
}
