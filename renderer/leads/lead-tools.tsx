import { CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react'
import { type HistoryOverview, type LeadOrder, leadOrderSchema } from '../../electron/contract/history.ts'
import { useNavigation } from '../app/navigation.tsx'
import { formatWhen } from '../format/moment.ts'
import { BandFilter } from './band-filter.tsx'
import classes from './lead-tools.module.css'

const ORDERS: readonly { readonly value: LeadOrder; readonly label: string }[] = [
  { value: 'best', label: 'Best chance first' },
  { value: 'worst', label: 'Lowest chance first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
]

interface LeadToolsProps {
  readonly overview: HistoryOverview | null
  readonly searchRef: Ref<HTMLInputElement>
  /** Goes on from the search to the list. */
  readonly onLeave: () => void
}

/** Search, filters and order. */
export function LeadTools({ overview, searchRef, onLeave }: LeadToolsProps) {
  const { list, setList } = useNavigation()
  // An import that was undone has no leads to filter by.
  const batches = overview?.batches.filter(({ leads }) => leads > 0).toSorted((a, b) => b.id - a.id) ?? []
  return (
    <search className={classes.tools} aria-label="Leads">
      <SearchBox inputRef={searchRef} onLeave={onLeave} />
      <BandFilter overview={overview} />
      {batches.length > 0 ? (
        <NativeSelect
          className={classes.source}
          aria-label="Source"
          value={list.batch ?? 'all'}
          data={[
            { value: 'all', label: 'All sources' },
            ...batches.map(({ id, fileName, startedAt }) => ({
              value: String(id),
              label: `${fileName} (${formatWhen(startedAt, new Date())})`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            setList({ batch: value === 'all' ? null : Number(value) })
          }
        />
      ) : null}
      <NativeSelect
        className={classes.order}
        aria-label="Order"
        value={list.order}
        data={[...ORDERS]}
        onChange={({ currentTarget: { value } }) => setList({ order: leadOrderSchema.parse(value) })}
      />
    </search>
  )
}

const PAUSE_MS = 180

function SearchBox({
  inputRef,
  onLeave,
}: {
  readonly inputRef: Ref<HTMLInputElement>
  readonly onLeave: () => void
}) {
  const { list, setList } = useNavigation()
  const [text, setText] = useState(list.search)
  const search = useDebouncedCallback((words: string) => setList({ search: words }), PAUSE_MS)
  // The filters can be cleared from elsewhere; what is written here must then go too.
  useEffect(() => setText(list.search), [list.search])
  const write = (words: string) => {
    setText(words)
    search(words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    search.flush()
    onLeave()
  }
  return (
    <TextInput
      ref={inputRef}
      className={classes.search}
      aria-label="Search leads"
      placeholder="Search"
      maxLength={200}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? (
          <kbd className={classes.key}>/</kbd>
        ) : (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => write('')} />
        )
      }
      value={text}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
