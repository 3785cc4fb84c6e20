import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useMemo, useRef } from 'react'
import type { Batch, LeadRow } from '../../electron/contract/history.ts'
import { leadColumns, leadTableFeatures } from './lead-columns.tsx'
import classes from './lead-grid.module.css'
import { moveInList } from './move-in-list.ts'

const ROW_HEIGHT = 54
/** Rows from the end at which the next page is asked for. */
const AHEAD = 60

interface LeadGridProps {
  readonly ref: Ref<HTMLTableElement>
  readonly rows: readonly LeadRow[]
  readonly total: number
  /** The rows belong to the filter before; the new ones are on their way. */
  readonly old: boolean
  /** Whether places in the ranking are shown. */
  readonly numbered: boolean
  readonly batches: readonly Batch[]
  readonly activeId: number | null
  readonly onActivate: (id: number) => void
  readonly onOpen: (row: LeadRow) => void
  readonly canLoadMore: boolean
  readonly onLoadMore: () => void
}

/** The list itself: only the rows in sight exist; one focus stop, moved in by arrow keys. */
export function LeadGrid(props: LeadGridProps) {
  const { ref, rows, total, old, numbered, batches, activeId, onActivate, onOpen, canLoadMore, onLoadMore } =
    props
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useMemo(
    () => leadColumns(new Map(batches.map(({ id, fileName }) => [id, fileName])), new Date()),
    [batches],
  )
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({ features: leadTableFeatures, columns, data, getRowId: ({ id }) => String(id) })
  const tableRows = table.getRowModel().rows
  const virtualizer = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => tableRows[index]?.id ?? index,
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (canLoadMore && lastShown >= rows.length - AHEAD) onLoadMore()
  }, [canLoadMore, lastShown, rows.length, onLoadMore])

  const activeIndex = useMemo(() => rows.findIndex(({ id }) => id === activeId), [rows, activeId])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const active = rows[activeIndex]
    if (event.key === 'Enter' && active) return onOpen(active)
    const target = moveInList(event.key, activeIndex, rows.length)
    const row = target === null ? undefined : rows[target]
    if (target === null || !row) return
    event.preventDefault()
    onActivate(row.id)
    virtualizer.scrollToIndex(target)
  }
  const onClick = ({ target }: MouseEvent) => {
    const id = target instanceof Element ? target.closest('[data-lead]')?.getAttribute('data-lead') : null
    const row = rows.find((candidate) => String(candidate.id) === id)
    if (row) onOpen(row)
  }
  const activeIsRendered = items.some(({ index }) => index === activeIndex)

  return (
    <div ref={scroller} className={classes.scroller} data-old={old}>
      {/* One tab stop for the whole grid: rows that are scrolled out do not exist and so cannot hold the focus. */}
      <table
        ref={ref}
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows one can move in are what "grid" means.
        role="grid"
        tabIndex={0}
        aria-label="Leads"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-readonly
        aria-busy={old}
        aria-activedescendant={activeIsRendered ? `lead-${activeId}` : undefined}
        data-numbered={numbered}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className={classes.headRow} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" data-column={header.column.id}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, key, start, size }) => {
            const row = tableRows[index]
            if (!row) return null
            const { id } = row.original
            return (
              <tr
                key={key}
                id={`lead-${id}`}
                className={classes.row}
                aria-rowindex={index + 2}
                aria-selected={id === activeId}
                data-lead={id}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
