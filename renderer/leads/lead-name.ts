/** What a lead is called in lists. */
import type { Identity } from '../../electron/contract/lead.ts'

/** The name, else the best stand-in that tells two leads apart. */
export function leadName({ name, email, company }: Identity): string {
  if (name) return name
  if (email) return email
  return company ? `Someone at ${company}` : 'Unnamed lead'
}
