/** How a command ended, where that is not an error that was thrown. */
export type ExitCode = 0 | 1 | 2

/** Where a command leaves the code it ends with. */
export interface Ending {
  code: ExitCode
}
