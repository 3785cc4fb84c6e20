import Markdown from 'markdown-to-jsx'
import { useEffect, useRef } from 'react'
import type { Panel } from '../monitor/monitor-state.ts'
import classes from './guide.module.css'
import { type GuidePart, MONITOR_GUIDE } from './guide-sections.ts'

/** Where the guide can open: parts of the monitor have a part of it each. */
export type GuideSection = Panel

/** No HTML in the text is taken for such: the guide is Markdown and nothing else. */
const OPTIONS = { disableParsingRawHTML: true, forceBlock: true, wrapper: 'div' } as const

/** The guide to the monitor, with its contents at the top; opens at a part when one is named. */
export function Guide({ section }: { readonly section?: GuideSection | undefined }) {
  const root = useRef<HTMLDivElement>(null)
  const goTo = (id: string) => {
    const heading = root.current?.querySelector<HTMLElement>(`[data-guide="${id}"] h3`)
    heading?.scrollIntoView({ block: 'start' })
    // So that a screen reader reads on from there.
    heading?.focus({ preventScroll: true })
  }
  useEffect(() => {
    // The dialog gives its focus to the heading without going there.
    root.current?.querySelector('[data-autofocus]')?.scrollIntoView({ block: 'start' })
  }, [])
  const [first, ...parts] = MONITOR_GUIDE
  if (!first) return null
  return (
    <div ref={root} className={classes.guide}>
      <Part {...first} isAim={false} />
      <nav aria-label="Parts of the guide" className={classes.contents}>
        {parts.map(({ id, title }) => (
          <button key={id} type="button" className={classes.link} onClick={() => goTo(id)}>
            {title}
          </button>
        ))}
      </nav>
      {parts.map((part) => (
        <Part key={part.id} {...part} isAim={part.id === section} />
      ))}
    </div>
  )
}

interface PartProps extends GuidePart {
  /** The guide opens here. */
  readonly isAim: boolean
}

function Part({ id, title, text, isAim }: PartProps) {
  return (
    <section data-guide={id}>
      {/* Mantine's dialog gives its focus to what is marked so. */}
      <h3 className={classes.heading} tabIndex={-1} data-autofocus={isAim || undefined}>
        {title}
      </h3>
      <Markdown options={OPTIONS}>{text}</Markdown>
    </section>
  )
}
