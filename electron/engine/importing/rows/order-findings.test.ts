import { expect, it } from 'vitest'
import { orderFindings, weighByCode } from './order-findings.ts'

const finding = (code: string, count?: number) => ({
  code,
  message: code,
  ...(count === undefined ? {} : { count }),
})

it('tells what was decided first, then rows, values lost, values changed and the rest; count decides second', () => {
  const told = orderFindings([
    weighByCode(finding('formula_like', 900)),
    { finding: finding('value_date_mangled', 40), effect: 'changed' },
    { finding: finding('value_not_a_number', 3), effect: 'lost' },
    { finding: finding('value_out_of_range', 30), effect: 'lost' },
    weighByCode(finding('rows_duplicate', 2)),
    weighByCode(finding('fields_missing')),
    weighByCode(finding('encoding_guessed')),
    weighByCode(finding('header_empty')),
  ])
  expect(told.map(({ code }) => code)).toEqual([
    'encoding_guessed',
    'rows_duplicate',
    'fields_missing',
    'value_out_of_range',
    'value_not_a_number',
    'value_date_mangled',
    'header_empty',
    'formula_like',
  ])
})

it('leaves equal ones in the order they were met', () => {
  const met = ['header_empty', 'preamble_skipped', 'line_ends_mixed'].map((code) => finding(code))
  expect(orderFindings(met.map(weighByCode))).toEqual(met)
})
