import { expect, it } from 'vitest'
import { holdsCells, pasteObstacle } from './pasted-text.ts'

it('takes rows and columns, with any line end', () => {
  for (const text of ['name\tjobtitle', 'name\nRobin', 'name\r\nRobin\r\n', 'name,jobtitle\nRobin,Buyer']) {
    expect(holdsCells(text)).toBe(true)
    expect(pasteObstacle(text)).toBeNull()
  }
})

it('says what to do when a single cell or nothing was copied', () => {
  expect(holdsCells('Robin\r\n')).toBe(false)
  expect(pasteObstacle('Robin\n')).toMatch(/^That is a single cell\./)
  expect(pasteObstacle(' \r\n')).toMatch(/^The clipboard holds no text\./)
})

it('sends a sheet that is too large to a file', () => {
  expect(pasteObstacle(`name\n${'x'.repeat(50_000_000)}`)).toMatch(/Save the sheet as a file/)
})
