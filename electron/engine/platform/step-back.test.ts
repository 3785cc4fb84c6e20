import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const SCRIPT = `
  const { parentPort } = require('node:worker_threads')
  const { getPriority } = require('node:os')
  import(${JSON.stringify(new URL('./step-back.ts', import.meta.url).href)}).then(({ stepBack }) => {
    stepBack()
    parentPort.postMessage(getPriority(0))
  })
`

it('a thread steps back alone, and only where threads have priorities', async () => {
  const before = getPriority(process.pid)
  const inThread = await new Promise((resolve, reject) => {
    new Worker(SCRIPT, { eval: true }).once('message', resolve).once('error', reject)
  })
  expect(inThread).toBe(process.platform === 'linux' ? Math.min(19, before + 5) : before)
  expect(getPriority(process.pid)).toBe(before)
})
