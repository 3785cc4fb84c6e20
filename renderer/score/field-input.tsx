import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Field } from '../../electron/contract/app-info.ts'
import { assertNever } from '../../electron/contract/result.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { formatRange } from '../format/field-value.ts'
import { type DraftReading, isSaidWhileTyping } from './draft.ts'
import { inputKind, knownValues } from './field-groups.ts'
import classes from './score.module.css'

interface FieldInputProps {
  readonly field: Field
  readonly text: string
  readonly problem: ReturnType<DraftReading['problems']['get']>
  /** Say what is wrong even before the field was left. */
  readonly sayAll: boolean
  readonly onChange: (name: string, text: string) => void
}

/**
 * Choices open beside their input: at the end of the page they would stand outside every landmark. They wait for a click, a
 * letter or an arrow key: Chromium makes a list that scrolls a tab stop, and one that opens by itself would swallow each Tab.
 */
const IN_PLACE = { withinPortal: false }

/** One field of the model, as the manifest describes it. */
export function FieldInput({ field, text, problem, sayAll, onChange }: FieldInputProps) {
  const manifest = useManifest()
  const [left, setLeft] = useState(false)
  const suggestions = useMemo(() => knownValues(manifest, field.name), [manifest, field.name])
  const change = (next: string) => onChange(field.name, next)
  const said = problem && (sayAll || left || isSaidWhileTyping(problem)) ? problem.message : undefined
  const common = {
    name: field.name,
    label: <FieldLabel field={field} />,
    description: field.help || undefined,
    error: said,
    value: text,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
      | 'label'
      | 'input'
      | 'error'
      | 'description'
    )[],
    onFocus: () => setLeft(false),
    onBlur: () => setLeft(true),
  }
  const kind = inputKind(field)
  switch (kind) {
    case 'options':
      return (
        <Select
          {...common}
          data={(field.options ?? []).map(({ value, label }) => ({ value, label: label ?? value }))}
          value={text === '' ? null : text}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `Clear ${field.label}` }}
          placeholder="Not known"
          comboboxProps={IN_PLACE}
          openOnFocus={false}
          nothingFoundMessage="No such choice"
          onChange={(value) => change(value ?? '')}
        />
      )
    case 'suggestions':
      return (
        <Autocomplete
          {...common}
          comboboxProps={IN_PLACE}
          openOnFocus={false}
          data={[...suggestions]}
          limit={12}
          placeholder={placeholder(field)}
          onChange={change}
        />
      )
    case 'paragraph':
      return (
        <Textarea
          {...common}
          className={classes.wide}
          autosize
          minRows={2}
          maxRows={8}
          placeholder={placeholder(field)}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      )
    case 'number':
    case 'line':
    case 'date':
      return (
        <TextInput
          {...common}
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          placeholder={placeholder(field)}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      )
    default:
      return assertNever(kind)
  }
}

function FieldLabel({ field }: { readonly field: Field }) {
  const range = formatRange(field)
  const extent = [range, field.unit].filter(Boolean).join(' ')
  return (
    <span className={classes.label}>
      {field.label}
      {extent && !field.options?.length ? <span className={classes.extent}> {extent}</span> : null}
    </span>
  )
}

function placeholder(field: Field): string {
  const example = field.example?.replaceAll(/\s+/g, ' ') ?? ''
  return example === '' ? 'Not known' : `e.g. ${example.length > 60 ? `${example.slice(0, 60)}…` : example}`
}
