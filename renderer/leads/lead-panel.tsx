import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { LeadDetail } from '../../electron/contract/history.ts'
import { toAppError } from '../../electron/contract/result.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { useLeadDetail } from '../bridge/queries.ts'
import { formatChance } from '../format/chance.ts'
import { formatMoment } from '../format/moment.ts'
import { formatCount, formatMs } from '../format/numbers.ts'
import { BandChip } from '../ui/band-chip.tsx'
import { ChanceBar } from '../ui/chance-bar.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { LeadContact } from './lead-contact.tsx'
import { LeadInputs } from './lead-inputs.tsx'
import { leadName } from './lead-name.ts'
import classes from './lead-panel.module.css'

interface LeadPanelProps {
  readonly id: number
  /** In a narrow window the panel covers the list and so must hold the focus. */
  readonly takesFocus: boolean
  readonly onClose: () => void
}

/** Everything that is known about one lead, beside the list so that arrow keys go on to the next. */
export function LeadPanel({ id, takesFocus, onClose }: LeadPanelProps) {
  const detail = useLeadDetail(id)
  const closeButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) closeButton.current?.focus()
  }, [takesFocus])
  return (
    <aside className={classes.panel} aria-label="Lead details" data-lead={detail.data?.id}>
      <ActionIcon
        ref={closeButton}
        className={classes.close}
        variant="subtle"
        color="gray"
        aria-label="Close details"
        aria-keyshortcuts="Escape"
        onClick={onClose}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {detail.isError ? (
        <FailureNote error={toAppError(detail.error)}>
          <Button onClick={() => detail.refetch()}>Try again</Button>
        </FailureNote>
      ) : detail.data ? (
        <Detail lead={detail.data} />
      ) : (
        <Skeleton height={120} aria-label="Loading" />
      )}
    </aside>
  )
}

function Detail({ lead }: { readonly lead: LeadDetail }) {
  const { target } = useManifest()
  return (
    <>
      <header className={classes.header}>
        <h2 className={classes.name}>{leadName(lead)}</h2>
        {lead.title || lead.company ? (
          <p className={classes.quiet}>{[lead.title, lead.company].filter(Boolean).join(' · ')}</p>
        ) : null}
        <div className={classes.score}>
          <span className={`${classes.figure} figures`}>{formatChance(lead.score)}</span>
          <BandChip band={lead.band} size="lg" />
        </div>
        <ChanceBar score={lead.score} band={lead.band} />
        <p className={classes.meaning}>
          Chance that this lead {target.sentence}. The model says “{lead.label}”, confidence {lead.confidence}
          .
        </p>
      </header>
      <LeadContact lead={lead} />
      <LeadInputs fields={lead.fields} />
      <Origin lead={lead} />
    </>
  )
}

function Origin({ lead }: { readonly lead: LeadDetail }) {
  const { latencyMs, model } = lead
  const origin = lead.fileName
    ? `${lead.fileName}${lead.row === null ? '' : `, row ${formatCount(lead.row)}`}`
    : 'Typed in by hand'
  const facts = [
    ['Source', origin],
    ['Scored', formatMoment(lead.scoredAt)],
    ['Model', `${model.name} ${model.version}`],
    [
      'Time taken',
      `${formatMs(latencyMs.total)} (preparing ${formatMs(latencyMs.features)}, scoring ${formatMs(latencyMs.inference)}, storing ${formatMs(latencyMs.storage)})`,
    ],
    ['Lead number', formatCount(lead.id)],
  ] as const
  return (
    <section aria-label="This prediction">
      <h3 className={classes.heading}>This prediction</h3>
      <dl className={classes.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
