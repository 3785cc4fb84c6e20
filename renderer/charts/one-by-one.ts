/** Pieces of work that are done one at a time, so that the window answers between two of them. */
const waiting: (() => void)[] = []

/** Does `work` when everything asked for before it is done, as a task of its own; never at once. */
export function doInTurn(work: () => void): void {
  waiting.push(work)
  if (waiting.length === 1) setTimeout(doNext)
}

function doNext(): void {
  try {
    waiting[0]?.()
  } finally {
    waiting.shift()
    if (waiting.length > 0) setTimeout(doNext)
  }
}
