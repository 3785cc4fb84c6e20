import { Button } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Question } from '../../../electron/contract/importing.ts'
import { jumpTo } from '../../ui/jump-to.ts'
import { useFocusFallback } from '../../ui/use-focus-fallback.ts'
import { useImportActions } from '../import-context.ts'
import { isOutdated, type OpenFile } from '../state/open-file.ts'
import { withAnswer } from '../state/settings.ts'
import classes from './look.module.css'

interface QuestionsProps {
  readonly file: OpenFile
  readonly questions: readonly Question[]
}

/**
 * What has to be decided before anything is scored: one card per question, one button per answer. A question without answers is
 * about what the columns mean, and leads there.
 */
export function Questions({ file, questions }: QuestionsProps) {
  const { choose } = useImportActions()
  const ref = useRef<HTMLDivElement>(null)
  useFocusFallback(ref, questions)
  if (questions.length === 0) return null
  return (
    <div ref={ref} tabIndex={-1} className={classes.questions}>
      {questions.map(({ code, message, answers }) => (
        <section
          key={`${code} ${message}`}
          className={classes.question}
          data-code={code}
          aria-label="Question"
        >
          <IconHelpCircle size={22} aria-hidden className={classes.questionIcon} />
          <div>
            <h3 className={classes.questionText}>{message}</h3>
            <div className={classes.answers}>
              {answers.map((answer) => (
                <Button
                  key={answer.option}
                  variant="default"
                  className={classes.answer}
                  // An answer to what the file was a moment ago would be an answer to another question.
                  disabled={isOutdated(file)}
                  onClick={() => choose(withAnswer(file.chosen, answer))}
                >
                  {answer.label}
                </Button>
              ))}
              {answers.length === 0 ? (
                <Button variant="default" onClick={() => jumpTo('mapping-title')}>
                  Choose what the columns mean
                </Button>
              ) : null}
            </div>
          </div>
        </section>
      ))}
    </div>
  )
}
