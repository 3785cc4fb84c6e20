/** The views of the window. */
export type View = 'score' | 'import' | 'leads' | 'monitor'
