import type { ReactNode } from 'react'
import classes from './card.module.css'

interface CardProps {
  readonly title?: ReactNode
  /** Beside the title, at its end. */
  readonly aside?: ReactNode
  readonly labelledBy?: string
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A surface that groups what belongs together. */
export function Card({ title, aside, labelledBy, flush = false, children }: CardProps) {
  return (
    <section className={classes.card} data-flush={flush} aria-labelledby={labelledBy}>
      {title ? (
        <header className={classes.header}>
          <h2 className={classes.title} id={labelledBy} tabIndex={-1}>
            {title}
          </h2>
          {aside}
        </header>
      ) : null}
      {children}
    </section>
  )
}
