/** `lead JSON`: scores one lead and stores it. */
import { text as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  type Identity,
  identitySchema,
  type LeadFields,
  leadFieldsSchema,
  type Saved,
} from '../../contract/lead.ts'
import { refuse } from '../../contract/result.ts'
import { withCommonOptions } from '../common-options.ts'
import { percent, print } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

const identityNames = z.keyof(identitySchema).options

/** Adds the command. */
export function addLead(program: Command): void {
  withCommonOptions(
    program
      .command('lead')
      .argument('<json>', 'the lead as a JSON object of fields, or - to read it from standard input')
      .description('score one lead and store it')
      .option('--model <id>', 'the model to score with (default: the active one)'),
  ).action(async (json: string, options: CommonOptions) => {
    const given = parseLead(json === '-' ? await readAll(process.stdin) : json)
    const saved = await withEngine(options, 'write', (engine) => {
      const { fields, identity } = splitIdentity(
        given,
        new Set(engine.manifest.fields.map(({ name }) => name)),
      )
      return engine.saveLead(fields, identity)
    })
    print(options, saved, describeSaved)
  })
}

function parseLead(json: string): LeadFields {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    refuse(
      'lead_not_json',
      `The lead is not valid JSON: ${error.message}.`,
      `Write it like '{"jobtitle": "Sales Director"}'.`,
    )
  }
  // A schema would leave it out, and what was meant with it would be lost without a word.
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
    refuse('field_unknown', 'The model has no field "__proto__".')
  }
  const parsed = leadFieldsSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.length ? `"${issue.path.join('.')}"` : 'The lead'
    refuse(
      'lead_not_valid',
      `${where} is not usable: a lead is a JSON object whose values are texts, numbers or null.`,
    )
  }
  return parsed.data
}

/** Takes name, company, email and link out of the object, unless the model has a field of that name. */
function splitIdentity(
  given: LeadFields,
  modelFields: ReadonlySet<string>,
): { fields: LeadFields; identity: Identity } {
  const fields: LeadFields = {}
  const identity: Record<keyof Identity, string | null> = {
    name: null,
    company: null,
    email: null,
    link: null,
  }
  for (const [name, value] of Object.entries(given)) {
    const part = identityNames.find((identityName) => identityName === name)
    if (part && !modelFields.has(name)) identity[part] = value === null ? null : String(value)
    else fields[name] = value
  }
  const checked = identitySchema.safeParse(identity)
  if (!checked.success) {
    const [issue] = checked.error.issues
    refuse('lead_not_valid', `"${issue?.path.join('.')}" is too long.`)
  }
  return { fields, identity: checked.data }
}

function describeSaved({ id, score, label, confidence, band, model, latencyMs }: Saved): string[] {
  const ms = (value: number) => `${value.toFixed(3)} ms`
  return [
    `${percent(score)}  ${band}, ${label} (confidence ${confidence})`,
    `lead ${id}, model ${model.name} ${model.version}`,
    `features ${ms(latencyMs.features)}, inference ${ms(latencyMs.inference)}, storage ${ms(latencyMs.storage)}, total ${ms(latencyMs.total)}`,
  ]
}
