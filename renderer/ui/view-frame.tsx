import { type ReactNode, useEffect, useRef } from 'react'
import classes from './view-frame.module.css'

interface ViewFrameProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  /** `fill`: the content scrolls inside itself (lists); `flow`: the view scrolls. */
  readonly layout?: 'flow' | 'fill'
  /** Which part of the view is shown: another one starts at its top. */
  readonly part?: string
  /** `reading`: the heading ends where text to be read does. */
  readonly measure?: 'full' | 'reading'
  readonly children: ReactNode
}

/** The frame every view shares: its heading, its actions, its content. */
export function ViewFrame({
  title,
  subtitle,
  actions,
  layout = 'flow',
  part,
  measure = 'full',
  children,
}: ViewFrameProps) {
  const view = useRef<HTMLDivElement>(null)
  const shownPart = useRef(part)
  useEffect(() => {
    // Effects run again when a hidden view is shown again: then it is still the same part.
    if (shownPart.current === part) return
    shownPart.current = part
    view.current?.scrollTo({ top: 0 })
  }, [part])
  return (
    <div ref={view} className={classes.view} data-layout={layout} data-measure={measure}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <h1 className={classes.title}>{title}</h1>
          {subtitle ? <p className={classes.subtitle}>{subtitle}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}
