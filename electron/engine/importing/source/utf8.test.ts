import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countUtf8, withoutCutCharacter } from './utf8.ts'

describe('UTF-8', () => {
  it('is cut off where a piece ends inside a character, wherever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(`a,${text}`.replaceAll('\0', 'x'))
        const piece = bytes.subarray(0, 2 + (cut % (bytes.length - 1)))
        const whole = withoutCutCharacter(piece)
        expect(piece.length - whole.length).toBeLessThan(4)
        expect(bytes.toString('utf8').startsWith(whole.toString('utf8'))).toBe(true)
      }),
    )
  })

  it('is counted by characters beyond ASCII and by bytes that belong to none', () => {
    expect(countUtf8(Buffer.from('aé漢🍊'))).toEqual({ characters: 3, strayBytes: 0 })
    expect(countUtf8(Buffer.from([0x61, 0xe9, 0x62, 0xc3, 0xa9, 0xff]))).toEqual({
      characters: 1,
      strayBytes: 2,
    })
  })
})
