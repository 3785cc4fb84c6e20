/** Drift: how the leads and scores of a window differ from those the model was made for. */
import { z } from 'zod'
import { baselineSchema, type LeadsBehind, type Window, type WindowFacts, windowSchema } from './windows.ts'

/** How differences are judged. `size-aware`: against what chance gives at this sample size. */
export const driftRuleSchema = z.enum(['size-aware', 'evidently'])
/** A rule of judgement. */
export type DriftRule = z.infer<typeof driftRuleSchema>

/** Tests of the Evidently rule that can be chosen for a field instead of the one its rule picks. */
export const namedTestSchema = z.enum([
  'ks',
  'z',
  'chisquare',
  'jensenshannon',
  'wasserstein',
  'psi',
  'kl_div',
  'hellinger',
  't_test',
  'mannw',
  'anderson',
  'cramer_von_mises',
  'ed',
  'g_test',
  'fisher_exact',
  'TVD',
])
/** A test by the name Evidently 0.7 gives it. */
export type NamedTest = z.infer<typeof namedTestSchema>

/** A drift report that is asked for: of what, against what, judged how. */
export const driftRequestSchema = z.strictObject({
  window: windowSchema,
  baseline: baselineSchema,
  rule: driftRuleSchema,
  /** Tests by field name; a field named here is judged by that test whatever the rule. */
  tests: z.record(z.string().max(100), namedTestSchema).optional(),
})
/** A drift report that is asked for. */
export type DriftRequest = z.infer<typeof driftRequestSchema>

/**
 * `not_judged`: fewer than 20 leads, so that nothing can be said. `no_data`: nothing to compare on one side. `text`: the
 * rule in use does not judge texts.
 */
export type FieldVerdict = 'drift' | 'no_drift' | 'not_judged' | 'no_data' | 'text'

/** What of a field is compared. Texts are judged by whether they are there, how long they are and how many parts they have. */
export type Measure = 'value' | 'present' | 'characters' | 'parts'

/** The number a verdict rests on. */
export interface DriftStatistic {
  /** As statisticians call it, e.g. `normed Wasserstein distance`. */
  readonly name: string
  readonly value: number
  /** Limit of the value or of the p-value, whichever the verdict goes by. */
  readonly threshold: number
  readonly judgedBy: 'value' | 'p'
  /** Chance of such a difference without any drift; null where it was not needed, or the statistic has none. */
  readonly p: number | null
  /** The same, corrected for the number of fields looked at. */
  readonly adjustedP: number | null
}

/** Shares of two samples over the same bins or categories; shares of each sum to 1, missing values left out. */
export type Distribution =
  | {
      readonly kind: 'number'
      /** Bin edges, ascending, one more than shares. */
      readonly edges: readonly number[]
      readonly baseline: readonly number[]
      readonly window: readonly number[]
      /** Quantiles 0, 1, ... 100 % of each, for the cumulative chart. */
      readonly baselineQuantiles: readonly number[]
      readonly windowQuantiles: readonly number[]
    }
  | {
      readonly kind: 'category'
      /** The most frequent ones of both; `other` holds the rest. */
      readonly levels: readonly {
        readonly value: string
        readonly label: string
        readonly baseline: number
        readonly window: number
        readonly unseen: boolean
      }[]
      readonly other: { readonly levels: number; readonly baseline: number; readonly window: number } | null
    }

/** A sentence on a field with the leads it speaks of. */
export interface FieldFinding {
  readonly kind: 'drift' | 'missing' | 'unseen' | 'out_of_range' | 'constant' | 'no_data'
  readonly sentence: string
  /** The leads it speaks of and how many they are; null where it speaks of none in particular. */
  readonly behind: { readonly leads: LeadsBehind; readonly count: number } | null
}

/** One measure of one field, in the window and in the baseline. */
export interface FieldDrift {
  readonly field: string
  readonly label: string
  readonly unit: string | null
  readonly measure: Measure
  /** The field's share of the model's total gain, 0 to 1. */
  readonly importance: number
  readonly verdict: FieldVerdict
  /** null when there was nothing to compute. */
  readonly statistic: DriftStatistic | null
  /** The most telling first; empty when there is nothing to say. */
  readonly findings: readonly FieldFinding[]
  /** Shares without a value, and the chance (z test) that they differ that much by accident; null under 20 leads. */
  readonly missing: { readonly baseline: number; readonly window: number; readonly p: number | null }
  /** Categories the baseline does not hold: the most frequent 20, and how many leads have any. */
  readonly unseen: {
    readonly levels: readonly { readonly value: string; readonly count: number }[]
    readonly leads: number
  } | null
  /** Numbers outside the baseline's own range. */
  readonly outOfRange: {
    readonly min: number
    readonly max: number
    readonly below: number
    readonly above: number
  } | null
  readonly distribution: Distribution | null
}

/** Scores of the window against the baseline's. */
export interface ScoreDrift {
  readonly verdict: FieldVerdict
  /** Two-sample Kolmogorov-Smirnov: its statistic and p. */
  readonly statistic: DriftStatistic | null
  readonly sentence: string
  readonly distribution: Distribution | null
  /** Share of leads by band, with the active model's bands. */
  readonly bands: readonly {
    readonly band: 'hot' | 'warm' | 'cold'
    readonly baseline: number
    readonly window: number
  }[]
  /** Mean chance: the share of leads the model expects to engage. */
  readonly expected: { readonly baseline: number; readonly window: number } | null
  /** Share of the reference's leads that did engage; null where outcomes are not known. */
  readonly observedInBaseline: number | null
}

/** How the leads and scores of a window differ from those of a baseline. */
export interface DriftReport {
  readonly request: DriftRequest
  readonly window: WindowFacts
  readonly baseline: WindowFacts
  /** The rule in a sentence, with its numbers. */
  readonly ruleSentence: string
  readonly verdict: 'drift' | 'no_drift' | 'not_judged' | 'no_leads' | 'no_baseline'
  /** The answer in one or two sentences, for a salesperson. */
  readonly headline: string
  /** What a shift must be to be noticed at this size, in a sentence; null where nothing was judged. */
  readonly noticeable: string | null
  /** By drift times importance, the most important first. */
  readonly fields: readonly FieldDrift[]
  readonly score: ScoreDrift | null
  /** Leads that are in both, by e-mail, link, or name and company; only where two batches are compared. */
  readonly overlap: { readonly leads: number; readonly sentence: string } | null
  /** When it was computed, ISO 8601 in UTC. */
  readonly madeAt: string
  readonly model: { readonly name: string; readonly version: string; readonly demo: boolean }
}

/** A timeline that is asked for: the length of a period, and the rule. */
export const timelineRequestSchema = z.strictObject({
  step: z.enum(['week', 'month']),
  rule: driftRuleSchema,
})
/** A timeline that is asked for. */
export type TimelineRequest = z.infer<typeof timelineRequestSchema>

/** Drift against the reference, period by period. */
export interface Timeline {
  readonly points: readonly {
    /** First and last day, both included. */
    readonly from: string
    readonly to: string
    /** More than one period, because one alone had fewer than 30 leads. */
    readonly merged: boolean
    readonly window: Window
    readonly leads: number
    readonly verdict: DriftReport['verdict']
    readonly driftedFields: readonly string[]
    /** Statistic of each field and of the scores (`score`), by name; null where not computed. */
    readonly values: Readonly<Record<string, number | null>>
    readonly expected: number | null
  }[]
  /** What was merged and left out, in a sentence; null when nothing was. */
  readonly note: string | null
}

/** What a report can be saved as: a page to open or mail, the same on paper, or its numbers for a spreadsheet. */
export const reportFormatSchema = z.enum(['html', 'pdf', 'csv'])
/** The format of a saved report. */
export type ReportFormat = z.infer<typeof reportFormatSchema>
