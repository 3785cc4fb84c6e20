/** Something that is worth saying now and then, not a hundred times a second. */

/** Gives a function that runs `action` unless it did so less than `pauseMs` ago; `nowMs` is any clock that does not go back. */
export function atMostEvery(
  pauseMs: number,
  action: () => void,
  nowMs: () => number = () => performance.now(),
): () => void {
  let ranAt = Number.NEGATIVE_INFINITY
  return () => {
    const now = nowMs()
    if (now - ranAt < pauseMs) return
    ranAt = now
    action()
  }
}
