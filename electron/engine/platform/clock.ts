/** Time, passed in wherever it is needed: nothing else in the engine asks the system what time it is. */
export interface Clock {
  /** The moment, milliseconds since 1970-01-01 UTC. May jump when the system's clock is set. */
  nowMs(): number
  /** Microseconds since some start; never runs backwards, so durations are taken from it. */
  elapsedUs(): number
}

/** The machine's own clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  elapsedUs: () => performance.now() * 1000,
}
