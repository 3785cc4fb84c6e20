import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedFacts } from './fixtures/invented-facts.ts'
import { reportPage } from './report-page.ts'

/** What remains of a page when its texts and what stands in quotes are taken out. */
const skeleton = (html: string) => html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g)

describe('the page of a report', () => {
  test('whatever fields, values and files are called, its tags are the same', () => {
    const plain = skeleton(reportPage(inventedFacts('plain')))
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "'-->]]></style><b>",
        '</svg>&lt;',
      ),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        expect(skeleton(reportPage(inventedFacts(text)))).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  test('opens offline: no script, no address of anything outside, only its own style', () => {
    const html = reportPage(inventedFacts('plain'))
    expect(html).not.toMatch(
      /<(script|link|img|iframe|object|base|form)|https?:|url\(|@import|\son[a-z]+=|\sstyle=/i,
    )
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html.replaceAll('&#39;', "'")).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'"`,
    )
    expect(style).toMatch(/prefers-color-scheme: dark/)
    expect(style).toMatch(/@media print/)
  })

  test('says what was looked at, by which rule and model, and that the model is a demo', () => {
    const html = reportPage(inventedFacts('leads.csv'))
    expect(html).toContain('leads.csv: 1,234 leads, scored on 21 November 2026')
    expect(html).toContain('leads.csv, version 1.2.3 (demo)')
    expect(html).toContain('<p class="notice">leads.csv</p>')
    expect(html).toContain('<dt>Rule</dt><dd>Size-aware</dd>')
    const facts = inventedFacts('leads.csv')
    const trained = { ...facts, drift: { ...facts.drift, model: { ...facts.drift.model, demo: false } } }
    expect(reportPage(trained)).not.toContain('demo')
  })

  test('ten findings stand at its head; of the others each stands somewhere', () => {
    const facts = inventedFacts('plain', 14)
    const fields = facts.drift.fields.map((field, place) => ({
      ...field,
      findings: [{ kind: 'drift' as const, sentence: `Finding ${place}.`, behind: null }],
      // The last one has nothing to draw, so that no part of the page below speaks of it.
      distribution: place === 13 ? null : field.distribution,
    }))
    const html = reportPage({ ...facts, drift: { ...facts.drift, fields } })
    const [head = ''] = /<section id="findings">[\s\S]*?<\/section>/.exec(html) ?? []
    expect(head.match(/Finding \d+/g)).toEqual([
      ...Array.from({ length: 10 }, (_, place) => `Finding ${place}`),
      'Finding 13',
    ])
    expect(head).toContain('3 more stand below, field by field.')
    for (const place of [10, 11, 12]) expect(html).toContain(`<p>Finding ${place}.</p>`)
  })

  test('its numbers are the report’s own, digit by digit', () => {
    const { drift, ...rest } = inventedFacts('f')
    const html = reportPage({ drift, ...rest })
    for (const { field, measure, statistic, missing, unseen, outOfRange } of drift.fields) {
      const row =
        new RegExp(`<tr data-field="${field}" data-measure="${measure}">[\\s\\S]*?</tr>`).exec(html)?.[0] ??
        ''
      const data = [...row.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => Number(value))
      const expected = [
        ...(statistic ? [statistic.value, statistic.threshold, statistic.p, statistic.adjustedP] : []),
        missing.window,
        missing.baseline,
        unseen?.leads,
        (outOfRange?.below ?? 0) + (outOfRange?.above ?? 0),
      ]
      expect([field, data]).toEqual([field, expected])
    }
  })

  test('stays below a megabyte with 500 fields of the longest names', () => {
    const html = reportPage(inventedFacts('ü'.repeat(100), 500))
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000)
    expect(html).toContain('440 more are in the table of all numbers.')
  })

  test('without leads it says so, with speed and health', () => {
    const facts = inventedFacts('x')
    const drift = {
      ...facts.drift,
      verdict: 'no_leads' as const,
      headline: 'There are no leads.',
      fields: [],
      score: null,
    }
    const html = reportPage({ ...facts, drift })
    expect(html).toContain('There are no leads.')
    expect(html).toContain('id="health"')
    expect(html).not.toContain('id="fields"')
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })
})
