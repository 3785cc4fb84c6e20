/** An import stores nothing while a question about its file is open. */
import type { Question } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'

/** Refuses with the question, and with its answers as what to do, one a line. */
export function refuseQuestion({ code, message, answers }: Question): never {
  refuse(code, message, answers.map(({ label, option }) => `${label}: ${option}`).join('\n'), {
    question: true,
  })
}
