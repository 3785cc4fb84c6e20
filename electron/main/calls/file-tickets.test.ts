import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileTickets } from './file-tickets.ts'

let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-tickets-'))
  file = join(folder, 'leads.csv')
  writeFileSync(file, 'name\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a ticket stands for a path and tells only the name', async () => {
  const tickets = createFileTickets()
  const issued = await tickets.issue(file)
  expect(issued.fileName).toBe('leads.csv')
  expect(JSON.stringify(issued)).not.toContain(folder)
  expect(tickets.pathOf(issued.ticket)).toBe(file)
})

test('a ticket never given out is refused', () => {
  expect(() => createFileTickets().pathOf('00000000-0000-0000-0000-000000000000')).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'ticket_unknown' }) }),
  )
})

test.each([
  ['a folder', () => folder, 'file_not_a_file'],
  ['a missing file', () => join(folder, 'gone.csv'), 'file_not_found'],
  ['a relative path', () => 'package.json', 'file_not_found'],
  ['an empty path', () => '', 'file_not_found'],
])('%s gets no ticket', async (_what, path, code) => {
  await expect(createFileTickets().issue(path())).rejects.toMatchObject({ error: { code } })
})

test('the oldest of very many tickets are no longer good', async () => {
  const tickets = createFileTickets()
  const first = await tickets.issue(file)
  for (let i = 0; i < 200; i++) await tickets.issue(file)
  expect(() => tickets.pathOf(first.ticket)).toThrow(/no longer knows/)
})
