/** The scorings of a window: single ones and groups of imports. */
import type { Window } from '../../../contract/windows.ts'
import type { ReadHandle } from '../../history/connection.ts'
import type { LeadTimes } from '../../history/operation-pack.ts'
import { createLeadTimes, dropUntimed, lastLeadTimes } from '../../history/operation-pack.ts'
import {
  ALL_TIMES,
  type ImportGroup,
  readImportGroups,
  readLeadTimes,
} from '../../history/read-operations.ts'
import { windowRange } from '../windows/window-range.ts'

/** The scorings of a window. */
export interface WindowOperations {
  readonly singles: LeadTimes
  readonly groups: readonly ImportGroup[]
}

/** A window without any. */
export const NO_OPERATIONS: WindowOperations = { singles: createLeadTimes(0), groups: [] }

/**
 * The successful scorings of a window. Every scoring counts, also one of a lead that was scored again later; one that the
 * app's end cut short before it was timed does not.
 */
export function readWindowOperations(db: ReadHandle, window: Window, nowMs: number): WindowOperations {
  const { singles, groups } = readAll(db, window, nowMs)
  return {
    singles: dropUntimed(singles),
    groups: groups.filter(({ storageUs }) => storageUs !== null),
  }
}

function readAll(db: ReadHandle, window: Window, nowMs: number): WindowOperations {
  switch (window.kind) {
    case 'batch':
      return {
        singles: NO_OPERATIONS.singles,
        groups: readImportGroups(db, ALL_TIMES).filter(({ batch }) => batch === window.batch),
      }
    case 'last':
      return lastOperations(readRange(db, ALL_TIMES), window.count)
    case 'all':
    case 'days':
    case 'period':
      return readRange(db, windowRange(window, nowMs))
  }
}

const readRange = (db: ReadHandle, range: typeof ALL_TIMES): WindowOperations => ({
  singles: readLeadTimes(db, range),
  groups: readImportGroups(db, range),
})

/** Those that scored the last `count` leads; of a group that began before them, only its share. */
function lastOperations({ singles, groups }: WindowOperations, count: number): WindowOperations {
  let left = count
  let single = singles.count
  const taken: ImportGroup[] = []
  for (const group of groups.toReversed()) {
    while (left > 0 && single > 0 && (singles.operations[single - 1] ?? 0) > group.operation) {
      single -= 1
      left -= 1
    }
    if (left <= 0) break
    taken.unshift(shareOf(group, Math.min(left, group.rows)))
    left -= group.rows
  }
  const more = Math.max(0, Math.min(left, single))
  return { singles: lastLeadTimes(singles, singles.count - single + more), groups: taken }
}

/** The group's last leads, with their share of its times. */
function shareOf(group: ImportGroup, rows: number): ImportGroup {
  const share = rows / group.rows
  return {
    ...group,
    rows,
    featuresUs: group.featuresUs * share,
    inferenceUs: group.inferenceUs * share,
    storageUs: group.storageUs === null ? null : group.storageUs * share,
    firstLead: group.lastLead - rows + 1,
  }
}
