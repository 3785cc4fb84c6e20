/** Texts the person wrote: the model looks at whether they are there, how long they are and a few words in them. */
import { type FieldDescription, PLAIN } from './describe-field.ts'

const PROFILE_TEXT = { ...PLAIN, group: 'Profile text', type: 'text' } as const

export const summaryField: FieldDescription = {
  ...PROFILE_TEXT,
  name: 'summary',
  label: 'Summary',
  help: "The person's own words about themselves: the About section of the profile.",
  maxLength: 10_000,
  synonyms: [
    'Summary',
    'About',
    'About me',
    'Bio',
    'Biography',
    'Profile summary',
    'résumé',
    'Infos',
    'à propos',
  ],
  example: 'I help small teams find customers who stay. Before that, ten years in logistics.',
}

export const skillsField: FieldDescription = {
  ...PROFILE_TEXT,
  name: 'skills',
  label: 'Skills',
  help: 'Skills from the profile, separated by commas.',
  maxLength: 5000,
  synonyms: ['Skills', 'Top skills', 'Competencies', 'Expertise', 'compétences'],
  example: 'Negotiation, Key Account Management, CRM',
}

export const jobTitleField: FieldDescription = {
  ...PROFILE_TEXT,
  group: 'Person',
  name: 'jobtitle',
  label: 'Job title',
  help: 'What the person does, as on the profile.',
  maxLength: 500,
  synonyms: [
    'Job Title',
    'Title',
    'Position',
    'Job',
    'Role',
    'Person - Job title',
    'Current title',
    'Job position',
    'Occupation',
    'poste',
    'intitulé de poste',
    'intitulé du poste',
    'fonction',
    'Titre',
  ],
  example: 'Head of Sales',
}
