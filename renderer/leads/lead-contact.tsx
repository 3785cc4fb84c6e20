import { ActionIcon } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { LeadDetail } from '../../electron/contract/history.ts'
import { toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import { useToast } from '../ui/toasts.tsx'
import classes from './lead-panel.module.css'

/** How to reach the lead: what one needs after knowing whom to call, each with a button that copies it. */
export function LeadContact({ lead: { email, link } }: { readonly lead: LeadDetail }) {
  if (!email && !link) return null
  return (
    <section aria-label="Contact">
      <h3 className={classes.heading}>Contact</h3>
      <dl className={`${classes.facts} ${classes.contact}`}>
        {email ? <Way term="E-mail" text={email} copies="E-mail address" /> : null}
        {link ? <Way term="Profile" text={link} copies="Profile link" /> : null}
      </dl>
    </section>
  )
}

interface WayProps {
  readonly term: string
  readonly text: string
  readonly copies: string
}

function Way({ term, text, copies }: WayProps) {
  const toast = useToast()
  const copy = () =>
    call('copyText', { text }).then(
      () => toast({ tone: 'done', text: `${copies} copied.` }),
      (thrown) => toast({ tone: 'failed', text: toAppError(thrown).message }),
    )
  return (
    <div>
      <dt>{term}</dt>
      <dd className={classes.way}>
        {text.startsWith('https://') ? (
          <a href={text} target="_blank" rel="noreferrer" className={classes.link}>
            {text}
          </a>
        ) : (
          <span>{text}</span>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Copy the ${copies.charAt(0).toLowerCase()}${copies.slice(1)}`}
          onClick={copy}
        >
          <IconCopy size={15} aria-hidden />
        </ActionIcon>
      </dd>
    </div>
  )
}
