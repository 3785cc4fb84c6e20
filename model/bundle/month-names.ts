/** Names of months and their short forms, in the languages of the tools whose exports we read. */

const NAMES: readonly string[] = [
  'jan january janv janvier januar jaenner janner ene enero gen gennaio janeiro januari',
  'feb february fev fevr fevrier februar febrero febbraio fevereiro februari',
  'mar march mars marz maerz mrz marzo marco maart mrt',
  'apr april avr avril abr abril aprile',
  'may mai mayo mag maggio maio mei',
  'jun june juin juni junio giu giugno junho',
  'jul july juil juillet juli julio lug luglio julho',
  'aug august aout ago agosto augustus',
  'sep sept september septembre septiembre set settembre setembro',
  'oct october octobre octubre okt oktober ott ottobre out outubro',
  'nov november novembre noviembre novembro',
  'dec december decembre dez dezember dic diciembre dicembre dezembro',
]

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** The month, 1 to 12, that a word names; null when it names none. */
export function monthNumber(word: string): number | null {
  const plain = word
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
  return NUMBERS.get(plain) ?? null
}
