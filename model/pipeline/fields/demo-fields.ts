/** The nineteen fields of the bundled model, in the order every file of the bundle keeps. */
import { assessmentFields } from './assessment-fields.ts'
import {
  companyIndustryField,
  companyLocationField,
  companySizeField,
  companyTypeField,
  foundingYearField,
} from './company-fields.ts'
import type { FieldDescription } from './describe-field.ts'
import {
  businessTypeField,
  geographyField,
  industryField,
  languagesField,
  llmIndustryField,
  locationField,
  seniorityField,
} from './person-fields.ts'
import { jobTitleField, skillsField, summaryField } from './profile-text-fields.ts'

export const demoFields: readonly FieldDescription[] = [
  jobTitleField,
  seniorityField,
  businessTypeField,
  industryField,
  locationField,
  geographyField,
  languagesField,
  companySizeField,
  companyIndustryField,
  companyTypeField,
  companyLocationField,
  foundingYearField,
  summaryField,
  skillsField,
  ...assessmentFields,
  llmIndustryField,
]
