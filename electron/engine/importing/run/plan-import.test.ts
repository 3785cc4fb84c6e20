import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ReadSettings } from '../../../contract/importing.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { openBytes } from '../source/open-text.ts'
import { planImport } from './plan-import.ts'

const { fields } = bundledManifest()
/** Both columns leave something to ask. */
const FILE = 'name,llm_quality,llm_engagement\nA,"1,250",60\nB,"1,500",70\n'

function plan(read: ReadSettings, remembered: ReadSettings | null) {
  const asked: string[] = []
  const planned = planImport(
    openBytes(Buffer.from(FILE)),
    { ...DEFAULT_SETTINGS, read },
    {
      fields,
      remembered: (signature) => {
        asked.push(signature)
        return remembered && { mapping: [], read: remembered }
      },
    },
  )
  expect(asked).toEqual([planned.batch.headerSignature])
  return planned
}

describe('what was answered about the same columns before', () => {
  it('is not asked again', () => {
    const { mapping } = planImport(openBytes(Buffer.from(FILE)), DEFAULT_SETTINGS, { fields })
    const first = planImport(openBytes(Buffer.from(FILE)), { ...DEFAULT_SETTINGS, mapping }, { fields })
    expect(first.questions.map(({ code }) => code)).toEqual(['value_scale_suspect'])
    const scale = first.questions[0]?.answers[0]?.read?.scale ?? {}
    const again = planImport(
      openBytes(Buffer.from(FILE)),
      { ...DEFAULT_SETTINGS, mapping },
      {
        fields,
        remembered: () => ({ mapping, read: { scale, decimal: ',' } }),
      },
    )
    expect(again.questions).toEqual([])
    expect(again.settings.read).toMatchObject({ scale, decimal: ',' })
  })

  it('gives way to what is said now', () => {
    expect(plan({ decimal: '.' }, { decimal: ',', dates: 'dmy' }).settings.read).toMatchObject({
      decimal: '.',
      dates: 'dmy',
    })
  })

  it('is not how the file is written: that is looked at anew', () => {
    const { read } = plan({}, { encoding: 'macintosh', delimiter: ';', header: 2 }).settings
    expect(read).toMatchObject({ encoding: 'utf-8', delimiter: ',', header: 1 })
  })
})
