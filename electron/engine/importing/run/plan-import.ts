/** What an import is going to do, decided before its first row is read. */
import { hash } from 'node:crypto'
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping, Finding, ImportSettings } from '../../../contract/importing.ts'
import type { NewBatch } from '../../history/batch-sink.ts'
import { headerFindings, mappingFindings } from '../mapping/mapping-findings.ts'
import { resolveMapping } from '../mapping/resolve-mapping.ts'
import { suggestMapping } from '../mapping/suggest-mapping.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { openText } from '../source/open-text.ts'
import { type LeadTable, openTable } from '../table/open-table.ts'

export interface ImportPlan {
  readonly table: LeadTable
  readonly mapping: ColumnMapping
  /** Findings on header and mapping. */
  readonly findings: readonly Finding[]
  readonly batch: NewBatch
}

/** Opens the table and settles the mapping; refuses what cannot be imported. */
export function planImport(
  source: ByteSource,
  settings: ImportSettings,
  fields: readonly Field[],
): ImportPlan {
  const table = openTable(openText(source, settings.read), settings.read)
  const { headers } = table
  const suggestion = suggestMapping(headers, fields)
  const mapping = resolveMapping(settings.mapping, headers, suggestion, fields)
  return {
    table,
    mapping,
    findings: [
      ...headerFindings(headers),
      ...mappingFindings(headers, mapping, suggestion.ambiguous, fields),
    ],
    batch: {
      fileName: source.fileName,
      filePath: null,
      fileBytes: source.bytes,
      headerSignature: hash('sha256', headers.join('\0')),
      headers,
      headerText: headers.join(table.dialect.delimiter),
      mapping,
      settings: { ...settings, mapping },
    },
  }
}
