import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memorySource } from '../source/byte-source.ts'
import { digestWhileReading, hashBeginning } from './text-digest.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes)
const started = (bytes: Uint8Array, from: number) => {
  const begun = hashBeginning(memorySource(bytes), from)
  if (!begun) throw new Error('the text is shorter')
  return begun
}

it('is the digest of the bytes before each checkpoint, however far reading is ahead of it', () => {
  const text = fc.uint8Array({ minLength: 1, maxLength: 2000 })
  const steps = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true })),
  )
  fc.assert(
    fc.property(text, fc.nat(), steps, (bytes, start, reads) => {
      const from = start % bytes.length
      const digest = digestWhileReading(memorySource(bytes), started(bytes, from), from)
      let position = from
      let checkpoint = from
      for (const [size, share] of reads) {
        position += digest.source.read(Buffer.alloc(size), position)
        checkpoint += Math.floor((position - checkpoint) * share)
        expect(digest.upTo(checkpoint)).toBe(sha256(bytes.subarray(0, checkpoint)))
      }
    }),
  )
})

it('of a beginning is none where the text is shorter, or when it is cancelled', () => {
  const source = memorySource(Buffer.from('abc'))
  expect(hashBeginning(source, 3)?.digest('hex')).toBe(sha256(Buffer.from('abc')))
  expect(hashBeginning(source, 4)).toBeNull()
  expect(hashBeginning(source, 3, () => true)).toBeNull()
})
