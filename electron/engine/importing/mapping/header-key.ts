/** What two spellings of a column name have in common. */

const PERSON_PREFIX = /^\s*(?:person|contact|lead)\s*[-:.]\s+/i
const COMPANY_PREFIX = /^\s*(?:organi[sz]ation|company|account)\s*[-:.]\s+/i

/** The name without case, accents, spaces and signs: `Prénom`, `jobTitle` and `job_title` become `prenom`, `jobtitle`. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The keys a header may be known by, best first: as it stands, and without the prefix a sales tool gives it. */
export function headerKeys(header: string): string[] {
  const keys = [headerKey(header)]
  if (PERSON_PREFIX.test(header)) keys.push(headerKey(header.replace(PERSON_PREFIX, '')))
  if (COMPANY_PREFIX.test(header)) keys.push(headerKey(header.replace(COMPANY_PREFIX, 'company ')))
  return keys.filter((key) => key !== '')
}
