/** Lets others have their turn between two steps of long work; true: the work is not wanted any more. */
export type Pause = () => Promise<boolean>
