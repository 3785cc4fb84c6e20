import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import classes from './toasts.module.css'

/** A short word on something that has just happened. */
export interface Toast {
  readonly tone: 'done' | 'notice' | 'failed'
  readonly text: string
  readonly detail?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface ShownToast extends Toast {
  readonly id: number
}

const ICONS = { done: IconCircleCheck, notice: IconInfoCircle, failed: IconAlertTriangle } as const

/** Long enough to read two sentences; failures stay until they are closed. */
const SHOWN_MS = 7000

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says something at the foot of the window. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

/** Holds and shows the toasts; announced politely to screen readers. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly ShownToast[]>([])
  const close = useCallback(
    (id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id)),
    [],
  )
  const show = useCallback((toast: Toast) => {
    setShown((toasts) => {
      // Of two things to undo, only the last one is offered.
      const others = toast.action ? toasts.filter(({ action }) => !action) : toasts
      return [...others.slice(-2), { ...toast, id: (toasts.at(-1)?.id ?? 0) + 1 }]
    })
  }, [])
  const items = useMemo(
    () => shown.map((toast) => <ToastItem key={toast.id} toast={toast} onClose={close} />),
    [shown, close],
  )
  return (
    <ToastContext value={show}>
      {children}
      <section className={classes.region} aria-live="polite" aria-label="Messages">
        {items}
      </section>
    </ToastContext>
  )
}

interface ToastItemProps {
  readonly toast: ShownToast
  /** The same function for all, so that one more toast does not start the time of the others anew. */
  readonly onClose: (id: number) => void
}

function ToastItem({ toast, onClose }: ToastItemProps) {
  useEffect(() => {
    if (toast.tone === 'failed') return
    const timer = setTimeout(() => onClose(toast.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, onClose])
  const Icon = ICONS[toast.tone]
  return (
    <div className={classes.toast} data-tone={toast.tone}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <strong>{toast.text}</strong>
        {toast.detail ? <span>{toast.detail}</span> : null}
      </div>
      {toast.action ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            toast.action?.run()
            onClose(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <CloseButton size="sm" aria-label="Close message" onClick={() => onClose(toast.id)} />
    </div>
  )
}
