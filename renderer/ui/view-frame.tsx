import type { ReactNode } from 'react'
import classes from './view-frame.module.css'

interface ViewFrameProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  /** `fill`: the content scrolls inside itself (lists); `flow`: the view scrolls. */
  readonly layout?: 'flow' | 'fill'
  readonly children: ReactNode
}

/** The frame every view shares: its heading, its actions, its content. */
export function ViewFrame({ title, subtitle, actions, layout = 'flow', children }: ViewFrameProps) {
  return (
    <div className={classes.view} data-layout={layout}>
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
