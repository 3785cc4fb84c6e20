/** The guide to the monitor, cut at its headings: the same text as in the repository. */
import text from '../../docs/monitoring.md?raw'

/** A part of the guide, from one heading to the next. */
export interface GuidePart {
  /** Its heading in small letters, words joined: `when-to-retrain`. */
  readonly id: string
  readonly title: string
  readonly text: string
}

/** The parts of a guide in their order; what stands before the first heading is the first, under the guide's own title. */
export function cutGuide(guide: string): readonly GuidePart[] {
  return guide
    .split(/^(?=##? )/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      const title = heading.replace(/^#+ /, '').trim()
      return { id: slug(title), title, text: lines.join('\n').trim() }
    })
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** The guide to the monitor. */
export const MONITOR_GUIDE = cutGuide(text)
