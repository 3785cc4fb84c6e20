/** What an import that fails has stored is said with the failure. */
import { Refusal } from '../../../contract/result.ts'
import { counted } from '../../sentences/counted.ts'

/** A batch that was opened, and how many of its leads are on disk. */
export interface StoredLeads {
  readonly batch: number
  readonly accepted: number
}

/** The same refusal, saying where the leads are that were stored before; one that says so already as it is. */
export function nameStoredLeads(refusal: Refusal, { batch, accepted }: StoredLeads): Refusal {
  const { code, message, hint, details } = refusal.error
  if (details?.batch !== undefined) return refusal
  return new Refusal(
    {
      code,
      message: `${message} ${whatStays(batch, accepted)}`,
      ...(hint === undefined ? {} : { hint }),
      details: { ...details, batch, accepted },
    },
    { cause: refusal },
  )
}

function whatStays(batch: number, accepted: number): string {
  if (accepted === 0) return `No lead of the file was stored; what was read of it is import ${batch}.`
  return `${counted(accepted, 'lead')} of the file ${accepted === 1 ? 'stays' : 'stay'} in the history as import ${batch}.`
}
