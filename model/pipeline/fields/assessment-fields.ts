/** Ratings that a language model gave the lead's profile before it reached Leadlight. */
import { type FieldDescription, PLAIN } from './describe-field.ts'

/** Heading of what an AI assistant said about the lead. */
export const AI_GROUP = "AI assistant's view"

const ASSESSMENT = { ...PLAIN, group: AI_GROUP } as const

export const assessmentFields: readonly FieldDescription[] = [
  {
    ...ASSESSMENT,
    name: 'llm_quality',
    label: 'Profile quality',
    help: 'How complete and relevant the profile looks, 0 to 100, as your AI assistant rated it.',
    type: 'integer',
    unit: 'points',
    min: 0,
    max: 100,
    synonyms: [
      'LLM quality',
      'llmquality',
      'quality score',
      'profile quality',
      'AI quality',
      'lead quality',
      'qualité',
      'score de qualité',
    ],
    example: '70',
  },
  {
    ...ASSESSMENT,
    // The one thing about a lead that work on it changes: people warm up when somebody comments on what they post.
    influenceable: true,
    name: 'llm_engagement',
    label: 'Engagement',
    help: 'How active and approachable the person seems, from 0 (not at all) to 1 (very), as your AI assistant rated it.',
    type: 'number',
    min: 0,
    max: 1,
    synonyms: [
      'LLM engagement',
      'llmengagement',
      'engagement score',
      'engagement likelihood',
      'AI engagement',
      "score d'engagement",
    ],
    example: '0.55',
  },
  {
    ...ASSESSMENT,
    name: 'llm_decision_maker',
    label: 'Decision maker',
    help: 'How likely the person decides on buying, from 0 (not) to 1 (surely), as your AI assistant rated it.',
    type: 'number',
    min: 0,
    max: 1,
    synonyms: [
      'LLM decision maker',
      'llmdecisionmaker',
      'decision maker',
      'decision maker score',
      'decision power',
      'AI decision maker',
      'décideur',
    ],
    example: '0.5',
  },
  {
    ...ASSESSMENT,
    name: 'llm_company_fit',
    label: 'Company fit',
    help: 'How well the company matches the customers you look for: 0 poor, 1 possible, 2 good.',
    type: 'integer',
    min: 0,
    max: 2,
    options: [
      { value: '0', label: 'Poor fit' },
      { value: '1', label: 'Possible fit' },
      { value: '2', label: 'Good fit' },
    ],
    synonyms: [
      'LLM company fit',
      'llmcompanyfit',
      'company fit',
      'fit',
      'fit score',
      'ICP fit',
      'AI company fit',
    ],
    example: '1',
  },
]
