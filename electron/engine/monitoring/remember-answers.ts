/** Remembers answers until what they were made from changes. */

/** Gives the answer to a question as of a version, making it when it is not known. */
export type Remember<T> = (question: string, version: string, make: () => Promise<T>) => Promise<T>

/** Keeps the answers to the `most` questions asked last. A failure is not kept, nor is null. */
export function rememberAnswers<T>(most: number): Remember<T> {
  const known = new Map<string, { readonly version: string; readonly answer: T }>()
  return async (question, version, make) => {
    const before = known.get(question)
    known.delete(question)
    if (before?.version === version) {
      // Set again, so that it is the newest.
      known.set(question, before)
      return before.answer
    }
    const answer = await make()
    if (answer === null) return answer
    known.set(question, { version, answer })
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return answer
  }
}
