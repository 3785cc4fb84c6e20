/** Runs one command line and says how it ended: 0 done, 1 refused or failed, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { Refusal, toAppError } from '../contract/result.ts'
import { addDoctor } from './commands/doctor.ts'
import { addHealth } from './commands/health.ts'
import { addLatencyBaseline } from './commands/latency-baseline.ts'
import { addLead } from './commands/lead.ts'
import { addLeads } from './commands/leads.ts'
import { addModels } from './commands/models.ts'
import { addScore } from './commands/score.ts'

export type ExitCode = 0 | 1 | 2

/** The whole command line. Throws instead of ending the process. */
function createProgram(): Command {
  const program = new Command('leadlight')
    .description('Score leads with a local model and keep the history. Nothing leaves this machine.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) })
    .showHelpAfterError('(add --help for what this command takes)')
  for (const add of [addScore, addLead, addLeads, addHealth, addModels, addDoctor, addLatencyBaseline]) {
    // A subcommand copies what was set on the program before it is added.
    add(program)
  }
  return program
}

/** Runs `args` (without node and script). Prints to standard output and standard error. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  try {
    await createProgram().parseAsync([...args], { from: 'user' })
    return 0
  } catch (thrown) {
    // Asking for help or for nothing at all is told apart from a mistake by its exit code.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
    printError(thrown, args.includes('--debug'))
    return 1
  }
}

function printError(thrown: unknown, debug: boolean): void {
  const { message, hint } = toAppError(thrown)
  process.stderr.write(`error: ${message}\n`)
  if (hint) process.stderr.write(`${hint}\n`)
  if (debug && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`)
  else if (!(thrown instanceof Refusal)) process.stderr.write('Add --debug to see where it happened.\n')
}
