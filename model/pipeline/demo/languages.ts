/** Language lists as they stand on profiles: in French on French profiles, alphabetical, separated by commas. */

const inFrench = [
  'Allemand',
  'Arabe',
  'Chinois',
  'Espagnol',
  'Italien',
  'Japonais',
  'Néerlandais',
  'Portugais',
  'Russe',
]
const inEnglish = [
  'Arabic',
  'Dutch',
  'German',
  'Italian',
  'Japanese',
  'Polish',
  'Portuguese',
  'Russian',
  'Spanish',
]

/** Lists too rare for the facts to name, the likelier ones first. */
export const rareLanguageLists: readonly string[] = interleave(
  combinations(inFrench, 'Anglais', 'Français'),
  combinations(inEnglish, 'English', 'French'),
)

/** Whether a list was written on a French profile. */
export function isFrenchList(languages: string): boolean {
  return /\b(?:Anglais|Français|Allemand|Espagnol|Italien|Portugais|Arabe|Russe)\b/u.test(languages)
}

function combinations(others: readonly string[], english: string, french: string): string[] {
  const one = others.map((other) => [english, french, other])
  const two = others.flatMap((first, index) =>
    others.slice(index + 1).map((second) => [english, french, first, second]),
  )
  const alone = [[french], ...others.map((other) => [english, other])]
  return [...one, ...alone, ...two.slice(0, 26)].map((list) =>
    [...list].sort((a, b) => (a < b ? -1 : 1)).join(', '),
  )
}

function interleave(left: readonly string[], right: readonly string[]): string[] {
  const both = left.flatMap((list, index) => [list, right[index] ?? []].flat())
  return [...new Set(both)]
}
