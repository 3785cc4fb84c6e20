import { Button } from '@mantine/core'
import { IconEraser, IconWand } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useManifest } from '../app/app-info-context.tsx'
import { useErrand } from '../app/navigation.tsx'
import { useToast } from '../ui/toasts.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'
import { type Draft, EMPTY_DRAFT, exampleDraft, isEmptyDraft, readDraft } from './draft.ts'
import { FieldGroupCard } from './field-group-card.tsx'
import { fieldGroups } from './field-groups.ts'
import { IdentityCard } from './identity-card.tsx'
import { ResultPanel } from './result-panel.tsx'
import classes from './score.module.css'
import { useLiveScore } from './use-live-score.ts'
import { useSaveLead } from './use-save-lead.ts'

/** Score: one lead typed in; its score follows the typing, saving stores it. */
export function ScoreView() {
  const { fields } = useManifest()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT)
  const [lead, setLead] = useState(0)
  // Whether everything that is wrong is said, also in fields that were never touched.
  const [sayAll, setSayAll] = useState(false)
  const reading = useMemo(() => readDraft(fields, draft.texts), [fields, draft.texts])
  const groups = useMemo(() => fieldGroups(fields), [fields])
  const score = useLiveScore(reading, lead)
  const { save, state } = useSaveLead(draft)

  const replaceDraft = (next: Draft) => {
    setDraft(next)
    setLead((count) => count + 1)
    setSayAll(false)
    // The first field, not the button that was pressed: the next thing anybody does is type.
    form.current?.querySelector('input')?.focus()
  }
  /** Replaces the draft at the user's wish; what was typed and not saved can be had back. */
  const replaceWithUndo = (next: Draft, text: string) => {
    if (!isEmptyDraft(draft) && state.kind !== 'saved') {
      toast({ tone: 'done', text, action: { label: 'Undo', run: () => replaceDraft(draft) } })
    }
    replaceDraft(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reading.problems.size === 0 && reading.filled > 0) return save(reading)
    setSayAll(true)
    const first = reading.problems.keys().next().value ?? groups[0]?.fields[0]?.name
    const input = first ? form.current?.elements.namedItem(first) : null
    if (input instanceof HTMLElement) input.focus()
  }
  useErrand('new-lead', () => replaceDraft(state.kind === 'saved' ? EMPTY_DRAFT : draft))

  return (
    <ViewFrame
      title="Score a lead"
      subtitle="Type what you know. The score follows as you type; nothing is stored until you save."
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconWand size={16} aria-hidden />}
            onClick={() => replaceWithUndo(exampleDraft(fields), 'The example replaced what you typed.')}
          >
            Example
          </Button>
          <Button
            variant="default"
            leftSection={<IconEraser size={16} aria-hidden />}
            disabled={isEmptyDraft(draft)}
            onClick={() => replaceWithUndo(EMPTY_DRAFT, 'Form cleared.')}
          >
            Clear
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={classes.layout}
        noValidate
        autoComplete="off"
        onSubmit={submit}
        onKeyDown={submitFromParagraph}
      >
        <div className={classes.fields}>
          <IdentityCard identity={draft.identity} onChange={(identity) => setDraft({ ...draft, identity })} />
          {groups.map((group) => (
            <FieldGroupCard
              key={group.name}
              group={group}
              texts={draft.texts}
              problems={reading.problems}
              sayAll={sayAll}
              onChange={(name, text) => setDraft({ ...draft, texts: { ...draft.texts, [name]: text } })}
            />
          ))}
        </div>
        <ResultPanel
          score={score}
          saved={state}
          filled={reading.filled}
          onNew={() => replaceDraft(EMPTY_DRAFT)}
        />
      </form>
    </ViewFrame>
  )
}

/** Enter ends a line in a box of several lines; with Ctrl or Cmd it saves there too. */
function submitFromParagraph(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  if (event.target instanceof HTMLTextAreaElement) event.currentTarget.requestSubmit()
}
