/** Brings the card with this heading into view, and the keyboard with it. */
export function jumpTo(headingId: string): void {
  const heading = document.getElementById(headingId)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
