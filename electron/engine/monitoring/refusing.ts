import { asRefusal } from '../history/history-writer.ts'

/** Does some work; failures of SQLite become refusals with a sentence. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asRefusal(error)
  }
}
