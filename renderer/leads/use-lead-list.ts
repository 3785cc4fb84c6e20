/** The ranked list, page by page as it is scrolled. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Cursor, LeadPage, LeadRow } from '../../electron/contract/history.ts'
import { call } from '../bridge/call.ts'
import { LIST_KEY } from '../bridge/queries.ts'
import { type LeadListState, toLeadFilter } from './lead-list-state.ts'

const PAGE_ROWS = 200

type Pages = InfiniteData<LeadPage, Cursor | null>

/** Rows of the list as far as they have been read, and what is known about the rest. */
export function useLeadList(state: LeadListState) {
  const queryClient = useQueryClient()
  const filter = toLeadFilter(state)
  const { order } = state
  const queryKey = [...LIST_KEY, filter, order]
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      call('listLeads', { ...filter, order, limit: PAGE_ROWS, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: null as Cursor | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchOnMount: false,
  })
  const pages = query.data?.pages
  const rows = useMemo<readonly LeadRow[]>(() => pages?.flatMap((page) => page.rows) ?? [], [pages])

  // A list that was scrolled keeps still while the history changes, until its reader asks for the change; a short one follows.
  const outdated = query.isStale && query.isSuccess && !query.isFetching
  const follows = outdated && pages?.length === 1
  const { refetch } = query
  useEffect(() => {
    if (follows) refetch()
  }, [follows, refetch])

  return {
    rows,
    total: pages?.at(-1)?.total ?? 0,
    totalIsEstimate: pages?.at(-1)?.totalIsEstimate ?? false,
    unsearched: pages?.at(-1)?.unsearched ?? 0,
    query,
    outdated: outdated && !follows,
    /** Starts again from the top. */
    refresh: () => {
      queryClient.setQueryData<Pages>(queryKey, (data) => data && firstPage(data))
      refetch()
    },
  }
}

function firstPage({ pages, pageParams }: Pages): Pages {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }
}
