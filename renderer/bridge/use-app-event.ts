/** Listening to what main tells the window unasked. */
import { useEffect, useEffectEvent } from 'react'
import type { AppEvent } from '../../electron/contract/methods.ts'

/** Calls the listener on each event of this kind while the component is shown. */
export function useAppEvent<K extends AppEvent['kind']>(
  kind: K,
  listener: (event: Extract<AppEvent, { kind: K }>) => void,
): void {
  const onEvent = useEffectEvent((event: AppEvent) => {
    if (isKind(event, kind)) listener(event)
  })
  useEffect(() => window.leadlight.onEvent((event) => onEvent(event)), [])
}

function isKind<K extends AppEvent['kind']>(
  event: AppEvent,
  kind: K,
): event is Extract<AppEvent, { kind: K }> {
  return event.kind === kind
}
