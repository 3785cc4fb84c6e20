import { expect, test } from 'vitest'
import { ListWork } from './list-work.ts'

test('one piece of work at a time, in the order asked for, whatever becomes of those before', async () => {
  const lists = new ListWork()
  const events: string[] = []
  const work = (name: string, fails = false) =>
    lists.exclusive(async () => {
      events.push(`${name} begins`)
      await Promise.resolve()
      events.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const all = await Promise.allSettled([work('first'), work('second', true), work('third')])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(events).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

test('whoever works is told that somebody waits', async () => {
  const lists = new ListWork()
  const wanted: boolean[] = []
  const working = lists.exclusive(async () => {
    wanted.push(lists.wanted)
    const next = lists.exclusive(async () => wanted.push(lists.wanted))
    wanted.push(lists.wanted)
    return { next }
  })
  await (await working).next
  expect(wanted).toEqual([false, true, false])
})
