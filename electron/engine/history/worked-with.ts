/**
 * Leads that somebody has worked with since they were scored: an undo leaves them alone and names them. Today that is an
 * outcome; leads cannot be edited yet. Whatever marks an edited one comes in here, and nowhere else.
 */
import type { KeptLead } from '../../contract/importing.ts'

/** SQL: a prediction has been worked with. */
export const WORKED_WITH = '(prediction.outcome IS NOT NULL)'

/** SQL: how, as a `KeptLead` says it. */
export const KEPT_REASON = "'outcome'" satisfies `'${KeptLead['reason']}'`
