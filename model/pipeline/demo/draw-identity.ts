/** Invented names, companies, addresses under example.com and links that say "invented". */
import type { Random } from '../random.ts'
import type { DemoIdentity } from './demo-lead.ts'
import {
  companyEnds,
  companyStarts,
  feminineNames,
  masculineNames,
  surnameEnds,
  surnameStarts,
} from './invented-names.ts'

/** The identity of lead number `index`; the number keeps address and link unique within a file. */
export function drawIdentity(random: Random, index: number, feminine: boolean): DemoIdentity {
  const first = random.pick(feminine ? feminineNames : masculineNames)
  const last = `${random.pick(surnameStarts)}${random.pick(surnameEnds)}`
  const handle = `${asciiOf(first)}-${asciiOf(last)}`
  return {
    name: `${first} ${last}`,
    company: `${random.pick(companyStarts)} ${random.pick(companyEnds)}`,
    email: `${handle.replace('-', '.')}${index}@example.com`,
    linkedinurl: `https://www.linkedin.com/in/invented-${handle}-${String(index).padStart(4, '0')}`,
  }
}

function asciiOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/[^a-z]/g, '')
}
