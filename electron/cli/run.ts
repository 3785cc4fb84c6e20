/** Runs one command line and says how it ended: 0 done, 1 refused, failed or stopped, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { Refusal, toAppError } from '../contract/result.ts'
import { addAlerts } from './commands/alerts.ts'
import { addBatches } from './commands/batches.ts'
import { addDoctor } from './commands/doctor.ts'
import { addDrift } from './commands/drift.ts'
import { addHealth } from './commands/health.ts'
import { addLatency } from './commands/latency.ts'
import { addLatencyBaseline } from './commands/latency-baseline.ts'
import { addLead } from './commands/lead.ts'
import { addLeads } from './commands/leads.ts'
import { addModels } from './commands/models.ts'
import { addResume } from './commands/resume.ts'
import { addScore } from './commands/score.ts'
import { addUndo } from './commands/undo.ts'
import { MAP_HINT } from './describe-import.ts'
import type { Ending, ExitCode } from './ending.ts'

const COMMANDS: readonly ((program: Command, ending: Ending) => void)[] = [
  addScore,
  addResume,
  addUndo,
  addBatches,
  addLead,
  addLeads,
  addDrift,
  addLatency,
  addHealth,
  addAlerts,
  addModels,
  addDoctor,
  addLatencyBaseline,
]

/** The whole command line. Throws instead of ending the process. */
function createProgram(ending: Ending): Command {
  const program = new Command('leadlight')
    .description('Score leads with a local model and keep the history. Nothing leaves this machine.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) })
    .showHelpAfterError('(add --help for what this command takes)')
  // A subcommand copies what was set on the program before it is added.
  for (const add of COMMANDS) add(program, ending)
  return program
}

/** Runs `args` (without node and script). Prints to standard output and standard error. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  try {
    const ending: Ending = { code: 0 }
    await createProgram(ending).parseAsync([...args], { from: 'user' })
    return ending.code
  } catch (thrown) {
    // Asking for help or for nothing at all is told apart from a mistake by its exit code.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
    printError(thrown, args.includes('--debug'))
    return 1
  }
}

function printError(thrown: unknown, debug: boolean): void {
  const { message, hint, details } = toAppError(thrown)
  process.stderr.write(`error: ${message}\n`)
  const advice = hint ?? (details?.question === true ? MAP_HINT : null)
  if (advice) process.stderr.write(`${advice}\n`)
  if (debug && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`)
  else if (!(thrown instanceof Refusal)) process.stderr.write('Add --debug to see where it happened.\n')
}
