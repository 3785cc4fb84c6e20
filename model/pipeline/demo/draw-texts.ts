/** Invented texts of a profile: summary, skills, job title. */
import type { Random } from '../random.ts'
import { type Title, type TitleKind, titleEndings, titlesByKind } from './job-titles.ts'
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
    text += text === '' ? sentence : separator(layout, count) + sentence
  }
  return cutAtWord(text, targetLength)
}

/** Most people write on; some make paragraphs, lists, or rows of little pictures. */
function separator(layout: number, count: number): string {
  if (layout < 0.3) return count % 3 === 0 ? '\n\n' : ' '
  if (layout < 0.4) return '\n• '
  return layout < 0.48 ? ' 🚀 ' : ' '
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

/** What a job title depends on. */
export interface TitleOwner {
  readonly kind: TitleKind
  readonly company: string
  readonly feminine: boolean
}

/** A job title of its kind, with endings until about the length asked for. */
export function drawJobTitle(random: Random, owner: TitleOwner, targetLength: number): string | null {
  const { kind, company, feminine } = owner
  if (kind === 'none') return null
  let title = nearer(random, titlesByKind[kind], feminine, targetLength)
  const employer = random.chance(0.5) ? ` @ ${company}` : ` chez ${company}`
  if (title.length + employer.length < targetLength + 5 && random.chance(0.5)) title += employer
  while (title.length + 10 < targetLength)
    title += nearer(random, titleEndings, feminine, targetLength - title.length)
  return title
}

/** Of two random titles the one whose length is nearer to the one asked for. */
function nearer(random: Random, titles: readonly Title[], feminine: boolean, targetLength: number): string {
  const form = (title: Title) => (typeof title === 'string' ? title : title[feminine ? 1 : 0])
  const [first, second] = [form(random.pick(titles)), form(random.pick(titles))]
  return Math.abs(first.length - targetLength) <= Math.abs(second.length - targetLength) ? first : second
}
