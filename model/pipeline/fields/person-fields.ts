/** What is known about the person. */
import { AI_GROUP } from './assessment-fields.ts'
import { type FieldDescription, PLAIN } from './describe-field.ts'

const PERSON = { ...PLAIN, group: 'Person' } as const

export const seniorityField: FieldDescription = {
  ...PERSON,
  name: 'llm_seniority',
  label: 'Seniority',
  help: 'How far up the person stands in the company.',
  type: 'category',
  options: [
    { value: 'Entry', label: 'Entry level', aliases: ['Junior', 'Entry-Level', 'Training', 'Unpaid'] },
    { value: 'Mid', label: 'Mid level', aliases: ['Mid-Level', 'Intermediate', 'Associate'] },
    { value: 'Senior', label: 'Senior', aliases: ['Senior-Level', 'Mid-Senior level', 'Manager'] },
    { value: 'Executive', label: 'Executive', aliases: ['Exec', 'Director', 'VP', 'Vice President'] },
    {
      value: 'C-Level',
      label: 'C-level',
      aliases: ['C Level', 'CLevel', 'CXO', 'C-Suite', 'Owner', 'Partner'],
    },
  ],
  synonyms: [
    'Seniority',
    'LLM seniority',
    'Seniority level',
    'Management level',
    'niveau hiérarchique',
    'ancienneté',
    'Job level',
    'Job seniority',
    'Person - Seniority',
    'Karrierestufe',
  ],
  example: 'Mid',
}

export const llmIndustryField: FieldDescription = {
  ...PERSON,
  group: AI_GROUP,
  name: 'llm_industry',
  label: 'Industry (AI)',
  help: 'The industry your AI assistant read from the profile.',
  type: 'category',
  maxLength: 200,
  synonyms: ['LLM industry', 'AI industry', 'llmIndustry', 'industry by AI'],
  example: 'Software Development',
}

export const geographyField: FieldDescription = {
  ...PERSON,
  name: 'llm_geography',
  label: 'Kind of place',
  help: 'Whether the person works in a city of international business, a regional centre, or elsewhere.',
  type: 'category',
  options: [
    { value: 'international_hub', label: 'International hub', aliases: ['international', 'global hub'] },
    { value: 'regional_hub', label: 'Regional hub', aliases: ['regional'] },
    { value: 'other', label: 'Elsewhere', aliases: ['none of these', 'rural'] },
  ],
  synonyms: ['Kind of place', 'LLM geography', 'Geography', 'geo', 'géographie'],
  example: 'international_hub',
}

export const businessTypeField: FieldDescription = {
  ...PERSON,
  name: 'llm_business_type',
  label: 'Kind of work',
  help: 'What the person mainly does: leads, advises, sells, or works in a team.',
  type: 'category',
  options: [
    { value: 'leaders', label: 'Leads a team or company', aliases: ['leader'] },
    { value: 'experts', label: 'Expert or adviser', aliases: ['expert', 'consultant'] },
    { value: 'salespeople', label: 'Sells', aliases: ['salesperson', 'sales'] },
    { value: 'workers', label: 'Works in a team', aliases: ['worker', 'employee'] },
    { value: 'others', label: 'Something else', aliases: ['other'] },
  ],
  synonyms: ['Kind of work', 'LLM business type', 'Business type', 'Persona', 'type de profil'],
  example: 'experts',
}

export const industryField: FieldDescription = {
  ...PERSON,
  name: 'industry',
  label: 'Industry',
  help: "The industry on the person's own profile.",
  type: 'category',
  maxLength: 200,
  synonyms: [
    'Industry',
    'Lead Industry',
    'Person - Industry',
    'sector',
    'secteur',
    "secteur d'activité",
    'Branche',
    'LinkedIn industry',
    'Contact industry',
    'industrie',
    'sector de actividad',
    'settore',
  ],
  example: 'Computer Software',
}

export const languagesField: FieldDescription = {
  ...PERSON,
  // Languages may hint at origin; scoring on them deserves a second look.
  sensitive: true,
  name: 'languages',
  label: 'Languages',
  help: 'Languages the person lists, in alphabetical order, separated by commas.',
  type: 'category',
  maxLength: 300,
  synonyms: [
    'Languages',
    'Language',
    'Preferred language',
    'spoken languages',
    'langues',
    'langue',
    'Sprachen',
    'LinkedIn languages',
    'Person - Language',
    'idiomas',
    'lingue',
  ],
  example: 'English, French',
}

export const locationField: FieldDescription = {
  ...PERSON,
  sensitive: true,
  name: 'location',
  label: 'Location',
  help: 'City, region and country as on the profile.',
  type: 'category',
  maxLength: 200,
  synonyms: [
    'Location',
    'Person location',
    'Lead Location',
    'City',
    'Person - Location',
    'localisation',
    'lieu',
    'ville',
    'Ort',
    'LinkedIn location',
    'Contact location',
    'Contact city',
    'Mailing city',
    'Lead city',
    'Person - City',
    'Standort',
    'Wohnort',
    'ciudad',
    'ubicación',
  ],
  example: 'Paris, Île-de-France, France',
}
