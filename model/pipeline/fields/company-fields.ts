/** What is known about the company a lead works for. */
import { companySizeOptions } from './company-size-options.ts'
import { type FieldDescription, PLAIN } from './describe-field.ts'

const COMPANY = { ...PLAIN, group: 'Company' } as const

export const foundingYearField: FieldDescription = {
  ...COMPANY,
  name: 'companyfoundedon',
  label: 'Founding year',
  help: 'The year the company was founded, with four digits.',
  type: 'integer',
  min: 1000,
  max: 2100,
  synonyms: [
    'Founding year',
    'Year Founded',
    'company founded on',
    'founded',
    'founded year',
    'company founded',
    'foundation year',
    'année de création',
    'Gründungsjahr',
  ],
  example: '2016',
}

export const companyIndustryField: FieldDescription = {
  ...COMPANY,
  name: 'companyindustry',
  label: 'Company industry',
  help: "The industry on the company's page, in the words LinkedIn uses there.",
  type: 'category',
  maxLength: 200,
  synonyms: [
    'Company industry',
    'Organization - Industry',
    'Account Industry',
    'companyIndustry',
    'industry of company',
    "secteur de l'entreprise",
  ],
  example: 'Software Development',
}

export const companySizeField: FieldDescription = {
  ...COMPANY,
  name: 'companysize',
  label: 'Company size',
  help: 'How many people work there. A plain number in a file goes into its range.',
  type: 'category',
  options: [...companySizeOptions],
  synonyms: [
    'Company size',
    'Number of Employees',
    'No. of Employees',
    'Employees',
    'Organization - Employee count',
    'Employee count',
    'Employee range',
    'Company Headcount',
    'Headcount',
    'effectif',
    "nombre d'employés",
    'Mitarbeiterzahl',
  ],
  example: '51-200',
}

export const companyTypeField: FieldDescription = {
  ...COMPANY,
  name: 'companytype',
  label: 'Company type',
  help: "What kind of organisation it is, as on the company's page.",
  type: 'category',
  options: [
    {
      value: 'Privately Held',
      aliases: ['Private', 'Private Company', 'Société civile/Société commerciale/Autres types de sociétés'],
    },
    { value: 'Public Company', aliases: ['Public', 'Société cotée en bourse'] },
    { value: 'Partnership', aliases: ['Société de personnes (associés)'] },
    { value: 'Sole Proprietorship', aliases: ['Sole Proprietor', 'Entreprise individuelle'] },
    {
      value: 'Self-Employed',
      label: 'Self-employed',
      aliases: ['Self Employed', 'Self-Owned', 'Travailleur indépendant ou profession libérale'],
    },
    {
      value: 'Nonprofit',
      aliases: [
        'Non Profit',
        'Non-profit',
        'Not for profit',
        'Organisation à but non lucratif',
        'Non lucratif',
      ],
    },
    {
      value: 'Educational Institution',
      label: 'School or university',
      aliases: ['Educational', 'Education', 'Établissement éducatif'],
    },
    {
      value: 'Government Agency',
      label: 'Government agency',
      aliases: ['Government', 'Administration publique'],
    },
  ],
  synonyms: [
    'Company type',
    'companyType',
    'Organization type',
    'Account Type',
    'Type of company',
    'legal form',
    "type d'entreprise",
  ],
  example: 'Privately Held',
}

export const companyLocationField: FieldDescription = {
  ...COMPANY,
  name: 'companylocation',
  label: 'Company location',
  help: "City and two-letter country of the company's head office.",
  type: 'category',
  maxLength: 200,
  synonyms: [
    'Company location',
    'companyLocation',
    'Organization - Address',
    'Headquarters',
    'Company HQ',
    'Billing City',
    "lieu de l'entreprise",
    'siège',
  ],
  example: 'Paris, FR',
}
