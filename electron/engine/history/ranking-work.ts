/** What the parts of ranking a batch are given: how to pause, report and stop. */

export interface RankOptions {
  /** Called between slices; resolves when the next may go on. */
  readonly pause: () => Promise<void>
  /** How far it is, 0 to 1. */
  readonly onProgress: (share: number) => void
  /** Asked between slices: true leaves the rest for the next start. */
  readonly stopped: () => boolean
}

/** Ids of a chunk: `count` from `firstId` on. */
export interface ChunkRange {
  readonly firstId: number
  readonly count: number
}
