import { expect, it } from 'vitest'
import { leadName } from './lead-name.ts'

it('names a lead by the best that is known', () => {
  const nobody = { name: null, company: null, email: null, link: null }
  expect(leadName({ ...nobody, name: 'Ada Invented', email: 'ada@example.com' })).toBe('Ada Invented')
  expect(leadName({ ...nobody, email: 'ada@example.com', company: 'Glassworks' })).toBe('ada@example.com')
  expect(leadName({ ...nobody, company: 'Glassworks' })).toBe('Someone at Glassworks')
  expect(leadName(nobody)).toBe('Unnamed lead')
})
