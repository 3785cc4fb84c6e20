/** The options every command takes. */
import type { Command } from 'commander'

/** Adds `--data`, `--json` and `--debug` to a command. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--data <folder>', "data folder (default: the app's own)")
    .option('--json', 'print exactly one JSON document on standard output')
    .option('--debug', 'show where an error happened')
}
