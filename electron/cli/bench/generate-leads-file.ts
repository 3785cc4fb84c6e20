/**
 * Writes a CSV file of invented leads for the benchmarks: all 19 fields and who they are, about 700 bytes a row, with
 * quoted summaries that hold commas, doubled quotes, line breaks and accents. The same seed gives the same bytes.
 */
import { closeSync, openSync, writeSync } from 'node:fs'

/** Every name, company and sentence here is invented. */
const FIRST_NAMES = [
  'Amaury',
  'Béatrix',
  'Corentin',
  'Dagmar',
  'Elspeth',
  'Fiorella',
  'Gaëtan',
  'Hélène',
  'Ignacio',
  'Jørgen',
  'Katarína',
  'Loïc',
]
const LAST_NAMES = [
  'Velvetreed',
  'Brindlecombe',
  'Pélicanet',
  'Ruisseaunoir',
  'Lunardelière',
  'Moulinvert',
  'Larkspurling',
  'Crowmarch',
  'Tournesolle',
  'Oakhampstead',
]
const COMPANY_WORDS = [
  'Atelier',
  'Boréal',
  'Iron',
  'Daisy',
  'Delta',
  'Marmalade',
  'Kite',
  'Compass',
  'Foxglove',
  'Mistral',
  'Harbour',
  'Lamp',
  'Copper',
  'Finch',
  'Lumen',
  'Orchard',
  'Éclair',
]
const COMPANY_ENDS = [
  'Studio',
  'Legal',
  '& Fils',
  'Payments',
  'Widgets',
  'Logistics',
  'Cloud',
  'Numérique',
  'Partners',
  'Works',
]
const SENTENCES = [
  'Builds teams that sell, and keeps them.',
  'Looks after contracts, privacy and the odd emergency.',
  'Grows small companies: hiring, pricing, first customers.',
  'Spent ten years between Genève and Lisboa, in finance and in theatre.',
  'Likes plain words, short meetings and long walks.',
  'Says ""no"" more often than ""yes"".',
  'Accompagne les équipes commerciales, de la prospection à la signature.',
  'Speaks at conferences about trust, data and craft.',
  'Turned a quiet back office into a service people recommend.',
  'Now looking for partners in retail, logistics and public services.',
  'Conseille des dirigeants sur l’organisation, le recrutement et la stratégie.',
  'Writes a monthly letter, read by 4,000 people, on negotiation.',
]
const SKILLS = [
  'Negotiation',
  'Key Accounts',
  'SEO',
  'Content',
  'Analytics',
  'Contract Law',
  'GDPR',
  'Python',
  'Forecasting',
  'Hiring',
  'Pricing',
  'Public Speaking',
  'CRM',
  'Rhétorique',
]
const JOB_TITLES = [
  'Founder & CEO',
  'Directeur des ventes',
  'Sales Manager',
  'Head of Marketing',
  'Business Development Representative',
  'Consultant senior',
  'Ingénieur logiciel',
  'Legal Counsel',
  'Customer Success Lead',
  'VP Growth',
  'Avocate associée',
  'Software Architect',
]
const INDUSTRIES = [
  'Computer Software',
  'Information Technology & Services',
  'Management Consulting',
  'Law Practice',
  'Marketing & Advertising',
  'Internet',
  'Research',
  'Higher Education',
  'Financial Services',
  'Retail',
  'Real Estate',
  'Insurance',
]
const COMPANY_INDUSTRIES = [
  'Software Development',
  'IT Services and IT Consulting',
  'Advertising Services',
  'Business Consulting and Services',
  'Financial Services',
  'Education',
  'Government Administration',
  'Law Practice',
]
const CITIES = [
  'Paris, Île-de-France, France',
  'Genève, Suisse',
  'Lisboa, Portugal',
  'Bruxelles, Région de Bruxelles-Capitale, Belgique',
  'Greater Lyon Area, France',
  'Bordeaux, Nouvelle-Aquitaine, France',
  'Málaga, España',
  'Zürich, Schweiz',
]
const COMPANY_CITIES = ['Paris, FR', 'Geneva, CH', 'Lisbon, PT', 'Brussels, BE', 'Lyon, FR', 'Bordeaux, FR']
const SIZES = ['2-10', '11-50', '51-200', '201-500', '501-1000', '1001-5000', '5001-10000', '10001+']
const COMPANY_TYPES = ['Privately Held', 'Public Company', 'Self-Employed', 'Partnership', 'Nonprofit']
const LANGUAGES = [
  'English',
  'English, French',
  'French',
  'French, German',
  'Français, Anglais',
  'Portuguese',
]
const SENIORITIES = ['Entry', 'Mid', 'Senior', 'Executive', 'C-Level']
const GEOGRAPHIES = ['international_hub', 'regional_hub', 'other']
const BUSINESS_TYPES = ['leaders', 'experts', 'salespeople', 'workers', 'others']

const HEADER =
  'name,company,email,linkedinurl,llm_quality,llm_engagement,llm_decision_maker,llm_company_fit,companyfoundedon,' +
  'llm_seniority,llm_industry,llm_geography,llm_business_type,industry,companyindustry,companysize,companytype,' +
  'languages,location,companylocation,summary,skills,jobtitle\n'

const ROWS_PER_WRITE = 500

/** Writes the file and says how many bytes it has. */
export function generateLeadsFile(path: string, rows: number, seed = 1): number {
  const random = seededRandom(seed)
  const file = openSync(path, 'w')
  try {
    let bytes = writeSync(file, HEADER)
    for (let row = 0; row < rows; row += ROWS_PER_WRITE) {
      const count = Math.min(ROWS_PER_WRITE, rows - row)
      bytes += writeSync(
        file,
        Array.from({ length: count }, (_, index) => leadLine(row + index, random)).join(''),
      )
    }
    return bytes
  } finally {
    closeSync(file)
  }
}

type Random = () => number

/** mulberry32: small, fast, good enough to scatter words. */
function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function leadLine(row: number, random: Random): string {
  const first = pick(FIRST_NAMES, random)
  const last = pick(LAST_NAMES, random)
  const handle = `${first}-${last}-${row}`
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9-]/g, '')
  const cells = [
    `${first} ${last}`,
    `${pick(COMPANY_WORDS, random)} ${pick(COMPANY_WORDS, random)} ${pick(COMPANY_ENDS, random)}`,
    `${handle.replaceAll('-', '.')}@example.com`,
    `https://www.linkedin.com/in/invented-${handle}`,
    ...assessment(random),
    pick(INDUSTRIES, random),
    pick(GEOGRAPHIES, random),
    pick(BUSINESS_TYPES, random),
    sometimes(0.03, random, pick(INDUSTRIES, random)),
    pick(COMPANY_INDUSTRIES, random),
    sometimes(0.05, random, pick(SIZES, random)),
    pick(COMPANY_TYPES, random),
    quoted(pick(LANGUAGES, random)),
    quoted(pick(CITIES, random)),
    quoted(pick(COMPANY_CITIES, random)),
    sometimes(0.08, random, quoted(summary(random))),
    sometimes(0.1, random, quoted(several(SKILLS, 2, 9, random).join(', '))),
    pick(JOB_TITLES, random),
  ]
  return `${cells.join(',')}\n`
}

/** Quality, engagement, decision maker, company fit, founding year, seniority. */
function assessment(random: Random): string[] {
  return [
    String(10 + 5 * Math.floor(random() * 18)),
    (Math.round(random() * 20) / 20).toString(),
    (Math.round(random() * 10) / 10).toString(),
    String(Math.floor(random() * 3)),
    sometimes(0.2, random, String(1950 + Math.floor(random() * 75))),
    pick(SENIORITIES, random),
  ]
}

function summary(random: Random): string {
  return several(SENTENCES, 2, 9, random).join(random() < 0.3 ? '\n' : ' ')
}

function several(words: readonly string[], least: number, most: number, random: Random): string[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => pick(words, random))
}

function pick(words: readonly string[], random: Random): string {
  return words[Math.floor(random() * words.length)] ?? ''
}

/** The text, or nothing with a probability of `missing`. */
function sometimes(missing: number, random: Random, text: string): string {
  return random() < missing ? '' : text
}

function quoted(text: string): string {
  return `"${text}"`
}
