/** Invented texts of a profile: summary, skills, job title. */
import type { Random } from '../random.ts'
import { titleEndings, titlesByKind, type TitleKind } from './job-titles.ts'
import { skillNames } from './skill-names.ts'
import { englishSentences, frenchSentences } from './summary-sentences.ts'

/** A summary of about the length asked for: sentences, sometimes in paragraphs or with bullets. */
export function drawSummary(random: Random, targetLength: number, french: boolean): string {
  const sentences = french ? frenchSentences : englishSentences
  const start = random.below(sentences.length)
  // Steps that share no factor with either list's length visit every sentence before one comes back.
  const step = 7
  const layout = random.next()
  let text = ''
  for (let count = 0; text.length < targetLength; count++) {
    const sentence = sentences[(start + count * step) % sentences.length] ?? ''
    if (text === '') text = sentence
    else if (layout < 0.3 && count % 3 === 0) text += `\n\n${sentence}`
    else if (layout > 0.9) text += `\n• ${sentence}`
    else text += ` ${sentence}`
  }
  return cutAtWord(text, targetLength)
}

/** Cuts at the last word that fits, as people do who run into a limit or lose interest. */
function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const space = text.lastIndexOf(' ', length)
  return `${text.slice(0, space > 10 ? space : length).replace(/[\s•,.:]+$/u, '')}.`
}

/** Mostly three skills, as sales tools export them; some people list none or many. */
export function drawSkills(random: Random): string {
  const count = random.chance(0.94) ? 3 : 1 + random.below(9)
  const chosen = new Set<string>()
  while (chosen.size < count) chosen.add(random.pick(skillNames))
  return [...chosen].join(', ')
}

/** A job title of its kind, with endings until about the length asked for. */
export function drawJobTitle(random: Random, kind: TitleKind, targetLength: number, company: string): string | null {
  if (kind === 'none') return null
  let title = random.pick(titlesByKind[kind])
  if (targetLength > title.length + 10 && random.chance(0.4)) title += random.chance(0.5) ? ` @ ${company}` : ` chez ${company}`
  while (title.length + 12 < targetLength) title += random.pick(titleEndings)
  return title
}
