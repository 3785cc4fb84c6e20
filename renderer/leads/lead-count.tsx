import { countWords, unsearchedWords } from './count-words.ts'
import type { useLeadList } from './use-lead-list.ts'

interface LeadCountProps {
  readonly list: ReturnType<typeof useLeadList>
  /** Every lead there is, where the list shows only some; null where it shows all. */
  readonly all: number | null
}

/** How many leads the list holds, and what a search has not looked at yet. */
export function LeadCount({ list, all }: LeadCountProps) {
  if (!list.query.isSuccess) return <span>…</span>
  const { total, totalIsEstimate, unsearched } = list
  return (
    <span role="status" className="figures" data-total={total}>
      {countWords({ total, totalIsEstimate, all })}
      {unsearched > 0 ? ` · ${unsearchedWords(unsearched)}` : ''}
    </span>
  )
}
