/** Reads the rows of a planned file, for a check or an import, and keeps account of what is to be said about them. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { CellIssue, CheckReport, DuplicateCounts, Finding } from '../../../contract/importing.ts'
import { counted } from '../../sentences/counted.ts'
import type { DuplicateCheck } from '../duplicates/duplicate-policy.ts'
import { FindingCollector } from '../rows/finding-collector.ts'
import { LeadReader, type ReadingStart } from '../rows/lead-reader.ts'
import { orderFindings, weighByCode } from '../rows/order-findings.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { type ImportState, writeImportState } from './import-state.ts'
import type { ImportPlan } from './plan-import.ts'

export interface IntakeOptions {
  readonly plan: ImportPlan
  readonly fields: readonly Field[]
  readonly duplicates: DuplicateCheck | null
  /** The table's text, where it is read through something else. */
  readonly source?: ByteSource
  /** Where an import that stopped goes on, and what it had to say. */
  readonly start?: ReadingStart
  readonly state?: ImportState | null
  /** Whether cells that were not read as they stand are gathered one by one. */
  readonly issues?: boolean
}

/** Takes in rows: leads to one side, what is to be said about them to the other. */
export class LeadIntake {
  readonly reader: LeadReader
  readonly duplicates: DuplicateCheck | null
  readonly #ofFile: readonly Finding[]
  readonly #collector: FindingCollector

  constructor({ plan, fields, duplicates, source, start, state, issues = false }: IntakeOptions) {
    this.#ofFile = state?.ofFile ?? plan.findings
    this.#collector = new FindingCollector({ issues, state: state?.findings ?? null })
    this.duplicates = duplicates
    this.reader = new LeadReader(plan, fields, this.#collector, {
      ...(source ? { source } : {}),
      ...(start ? { start } : {}),
      admit: duplicates && ((columns, row) => duplicates.admit(columns, row)),
    })
  }

  get duplicateCounts(): DuplicateCounts {
    return this.duplicates?.counts ?? { inFile: 0, inHistory: 0 }
  }

  /** All that is to be said so far, about the file, its columns and its rows; what matters most first. */
  findings(): Finding[] {
    const duplicates = this.duplicates?.findings() ?? []
    const ofWhole = [...this.#ofFile, ...blankRows(this.reader.blank), ...duplicates]
    return orderFindings([...ofWhole.map(weighByCode), ...this.#collector.findings()])
  }

  issues(): CellIssue[] {
    return this.#collector.issues()
  }

  get issueCells(): CheckReport['issueCells'] {
    return this.#collector.issueCells
  }

  /** Changes whenever `findings` or `save` do. */
  get changes(): number {
    return this.#collector.changes + this.reader.blank + (this.duplicates?.changes ?? 0)
  }

  /** What an import wants back when it goes on from here. */
  save(): string {
    return writeImportState({
      ofFile: this.#ofFile,
      findings: this.#collector.save(),
      blank: this.reader.blank,
      duplicates: this.duplicates?.save() ?? null,
    })
  }
}

function blankRows(blank: number): Finding[] {
  if (blank === 0) return []
  return [{ code: 'rows_blank_skipped', message: `Skipped ${counted(blank, 'blank row')}.`, count: blank }]
}
