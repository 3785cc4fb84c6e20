/** The features of the bundled model before training, in the order of the network's input. */
import type { Feature } from '../../bundle/feature.ts'
import type { PlannedFeature } from '../../features/feature-plan.ts'
import { demoFields } from './demo-fields.ts'

const numbers = ['llm_quality', 'llm_engagement', 'llm_decision_maker', 'llm_company_fit', 'companyfoundedon']
const targetMeans = [
  'llm_industry',
  'industry',
  'companyindustry',
  'languages',
  'location',
  'companylocation',
]
const oneHots = ['llm_seniority', 'llm_geography', 'llm_business_type', 'companysize', 'companytype']
const texts = ['summary', 'skills', 'jobtitle']

/** Words in a job title that say what a person does. Whole words: CTO is inside Director. */
export const jobTitleFlags: readonly Extract<Feature, { kind: 'containsAnyWord' }>[] = [
  titleFlag('founder', ['Founder', 'CEO', 'CTO', 'Co-founder']),
  titleFlag('director', ['Director', 'VP', 'Vice President']),
  titleFlag('manager', ['Manager', 'Lead', 'Head of']),
  titleFlag('sales', ['Sales', 'Business Development']),
  titleFlag('marketing', ['Marketing', 'Growth', 'CMO']),
  titleFlag('tech', ['Engineer', 'Developer', 'Architect', 'CTO']),
]

function titleFlag(flag: string, literals: string[]): Extract<Feature, { kind: 'containsAnyWord' }> {
  return { kind: 'containsAnyWord', name: `jobtitle_${flag}`, field: 'jobtitle', literals }
}

function optionValues(field: string): string[] {
  return (demoFields.find(({ name }) => name === field)?.options ?? []).map(({ value }) => value)
}

const asNumber = (field: string): PlannedFeature => ({
  kind: 'number',
  name: field,
  field,
  missing: 'median',
})
const asRate = (field: string): PlannedFeature => ({
  kind: 'targetMean',
  name: `${field}_rate`,
  field,
  smoothing: 20,
  minimumRows: 5,
})
const asPresence = (field: string): PlannedFeature => ({ kind: 'present', name: `${field}_present`, field })
const asOneHots = (field: string): PlannedFeature[] =>
  optionValues(field).map((value) => ({ kind: 'equals', name: `${field}_${value}`, field, value }))

export const demoFeatures: readonly PlannedFeature[] = [
  ...numbers.map(asNumber),
  ...targetMeans.map(asRate),
  ...texts.map(asPresence),
  { kind: 'length', name: 'summary_length', field: 'summary' },
  { kind: 'count', name: 'skills_count', field: 'skills', separator: ',' },
  { kind: 'length', name: 'jobtitle_length', field: 'jobtitle' },
  ...jobTitleFlags,
  ...oneHots.flatMap(asOneHots),
]
