/** Counts and numbers given as arguments. */
import { InvalidArgumentError } from 'commander'
import { z } from 'zod'

/** A whole number of 1 or more. */
export function wholeNumber(text: string): number {
  const parsed = z.coerce.number().int().min(1).max(10_000_000).safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Give a whole number of 1 or more.')
  return parsed.data
}
