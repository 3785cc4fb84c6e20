/** Options for the files that an import writes beside the history. */
import type { Command } from 'commander'
import type { OutFile } from '../engine/workers/import-operations.ts'
import { note } from './output.ts'

/** The options as commander gives them. */
export interface OutOptions {
  readonly out?: string
  readonly rejects?: string
  readonly rank?: boolean
}

/** Adds the options to a command. */
export function withOutOptions(command: Command): Command {
  return command
    .option('--out <file>', 'write the original columns plus score, label and band')
    .option('--rejects <file>', 'write the rejected rows with their original columns plus the reason')
    .option('--rank', 'order the rows of --out by score, the best first (default: as in the file)')
}

/** The scored copy that was asked for; says so when it is only said how to order one. */
export function outFileOf({ out, rank = false }: OutOptions): { readonly outFile?: OutFile } {
  if (out !== undefined) return { outFile: { path: out, order: rank ? 'best-first' : 'as-read' } }
  if (rank) note('--rank orders the rows of --out, which was not given')
  return {}
}
