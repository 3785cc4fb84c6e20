/** What a spreadsheet writes into a cell whose formula failed, in the languages of the exports we read. */

const ERRORS: ReadonlySet<string> = new Set(
  (
    '#REF! #N/A #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #GETTING_DATA #ERROR! ' +
    '#NV #WERT! #BEZUG! #ZAHL! #NOMBRE? #VALEUR! #NOM? #NOMBRE! #NUL! #VALOR! #REF #N/D #NUM? #NOME? #RIF! #VALORE! #DIV/0 ' +
    '#VERW! #WAARDE! #NAAM? #GETAL! #ARG! #ADR!'
  ).split(' '),
)
const HASH = '#'

/** Whether a whole cell is a spreadsheet's error, such as `#REF!`: no value, and no missing one either. */
export function isSpreadsheetError(trimmed: string): boolean {
  return trimmed.startsWith(HASH) && ERRORS.has(trimmed.toUpperCase())
}
