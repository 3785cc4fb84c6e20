import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Field } from '../../electron/contract/app-info.ts'
import type { LeadFields } from '../../electron/contract/lead.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { formatFieldValue } from '../format/field-value.ts'
import { fieldGroups } from '../score/field-groups.ts'
import classes from './lead-panel.module.css'

/** The inputs as they were when the lead was scored, under the manifest's headings; what was missing is said. */
export function LeadInputs({ fields }: { readonly fields: LeadFields }) {
  const manifest = useManifest()
  return fieldGroups(manifest.fields).map((group) => {
    const given = group.fields.filter((field) => formatFieldValue(field, fields[field.name]) !== null)
    const missing = group.fields.filter((field) => !given.includes(field))
    return (
      <section key={group.name} aria-label={group.name}>
        <h3 className={classes.heading}>{group.name}</h3>
        <dl className={classes.facts}>
          {given.map((field) => (
            <div key={field.name} data-field={field.name}>
              <dt>{field.label}</dt>
              <dd>
                <Value field={field} text={formatFieldValue(field, fields[field.name]) ?? ''} />
              </dd>
            </div>
          ))}
        </dl>
        {missing.length > 0 ? (
          <p className={classes.missing}>Not given: {missing.map(({ label }) => label).join(', ')}</p>
        ) : null}
      </section>
    )
  })
}

/** Beyond this a text is cut until it is asked for; a profile summary can have 10,000 characters. */
const SHORT = 220

function Value({ field, text }: { readonly field: Field; readonly text: string }) {
  const [whole, setWhole] = useState(false)
  if (text.length <= SHORT) return text
  return (
    <>
      {whole ? text : `${text.slice(0, SHORT)}…`}{' '}
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={`${whole ? 'Less' : 'More'} of ${field.label}`}
        onClick={() => setWhole(!whole)}
      >
        {whole ? 'Less' : 'More'}
      </Button>
    </>
  )
}
