/** How much attention something wants; shown by icon and word, never by colour alone. */
export type Tone = 'good' | 'quiet' | 'attention' | 'problem'

/** The word on a chip, with its tone. */
export interface VerdictWords {
  readonly word: string
  readonly tone: Tone
}
