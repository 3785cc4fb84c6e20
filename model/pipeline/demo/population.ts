/** Who the demo leads are: the campaign's audience, and a shifted one for trying the drift panels. */

/** Everything in which two audiences of demo leads may differ. */
export interface Population {
  /** Exponent on the uniform standing of a person; above 1 moves people down. */
  readonly standingExponent: number
  /** Share of leads who are students: title, industry, seniority and company follow. */
  readonly studentShare: number
  /** Share of leads who live outside France, whatever the campaign says. */
  readonly abroadShare: number
  /** Share of profiles without a summary. */
  readonly summaryMissingShare: number
  /** Years added to the company's age. */
  readonly olderCompaniesYears: number
}

/** The audience of the campaign whose aggregates the demo follows. */
export const campaignAudience: Population = {
  standingExponent: 1,
  studentShare: 0,
  abroadShare: 0,
  summaryMissingShare: 0.2706,
  olderCompaniesYears: 0,
}

/**
 * A list somebody bought: 60 % students, mostly outside France. Shifted on purpose: llm_decision_maker, llm_seniority,
 * llm_industry, llm_geography, llm_business_type, industry, companyindustry, companytype, location, companylocation, languages, summary (missing),
 * companyfoundedon, jobtitle. As in the campaign: llm_quality, llm_engagement, llm_company_fit, companysize, skills.
 */
export const studentAudience: Population = {
  standingExponent: 2.2,
  studentShare: 0.6,
  abroadShare: 0.7,
  summaryMissingShare: 0.55,
  olderCompaniesYears: 25,
}

/** Fields whose distribution differs between the two audiences, for documents and tests. */
export const shiftedFields: readonly string[] = [
  'llm_decision_maker',
  'companyfoundedon',
  'llm_seniority',
  'llm_industry',
  'llm_geography',
  'llm_business_type',
  'industry',
  'companyindustry',
  'companytype',
  'languages',
  'location',
  'companylocation',
  'summary',
  'jobtitle',
]
