/** Why a row is no lead. */
export interface RowProblem {
  readonly reason: string
  readonly message: string
}
