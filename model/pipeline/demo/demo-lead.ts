/** One invented lead: identity and the nineteen fields under their names in files. */
import type { FieldValue } from '../../bundle/field.ts'
import { demoFields } from '../fields/demo-fields.ts'

export interface DemoIdentity {
  readonly name: string
  readonly company: string
  readonly email: string
  readonly linkedinurl: string
}

export interface DemoFields {
  readonly llm_quality: number
  readonly llm_engagement: number
  readonly llm_decision_maker: number
  readonly llm_company_fit: number
  readonly companyfoundedon: number | null
  readonly llm_seniority: string
  readonly llm_industry: string
  readonly llm_geography: string
  readonly llm_business_type: string
  readonly industry: string | null
  readonly companyindustry: string | null
  readonly companysize: string | null
  readonly companytype: string | null
  readonly languages: string | null
  readonly location: string
  readonly companylocation: string | null
  readonly summary: string | null
  readonly skills: string | null
  readonly jobtitle: string | null
}

export interface DemoLead {
  readonly identity: DemoIdentity
  readonly fields: DemoFields
}

/** The lead's row of values, in field order. */
export function demoValues({ fields }: DemoLead): FieldValue[] {
  const byName = new Map<string, FieldValue>(Object.entries(fields))
  return demoFields.map(({ name }) => byName.get(name) ?? null)
}
