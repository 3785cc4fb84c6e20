/** Storing the lead in the form, once. */
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Saved } from '../../electron/contract/lead.ts'
import { type AppError, toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import { type Draft, type DraftReading, toIdentity } from './draft.ts'

export type SaveState =
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly lead: Saved }
  | { readonly kind: 'failed'; readonly error: AppError }

/** A draft is stored once: saving it again without a change does nothing, however often Enter is pressed. */
export function useSaveLead(draft: Draft) {
  const handedOver = useRef<Draft | null>(null)
  const mutation = useMutation({
    mutationFn: ({ draft: { identity }, reading }: { draft: Draft; reading: DraftReading }) =>
      call('saveLead', { fields: reading.fields, identity: toIdentity(identity) }),
    onError: () => {
      handedOver.current = null
    },
  })
  const save = (reading: DraftReading) => {
    if (handedOver.current === draft) return
    // A ref rather than the mutation's state: two presses of Enter in one tick see the same state.
    handedOver.current = draft
    mutation.mutate({ draft, reading })
  }
  return { save, state: saveState(mutation, draft) }
}

type Mutation = {
  readonly variables: { readonly draft: Draft } | undefined
  readonly isPending: boolean
  readonly data: Saved | undefined
  readonly error: unknown
}

function saveState(mutation: Mutation, draft: Draft): SaveState {
  if (mutation.variables?.draft !== draft) return { kind: 'unsaved' }
  if (mutation.isPending) return { kind: 'saving' }
  if (mutation.data) return { kind: 'saved', lead: mutation.data }
  return mutation.error ? { kind: 'failed', error: toAppError(mutation.error) } : { kind: 'unsaved' }
}
