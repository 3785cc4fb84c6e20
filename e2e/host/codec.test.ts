import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from './codec.ts'

test('carries what structured clone carries', () => {
  const value: Record<string, unknown> = {
    nothing: undefined,
    notANumber: Number.NaN,
    minusZero: -0,
    date: new Date(5),
    map: new Map([[1, { big: 2n }]]),
    set: new Set(['member']),
    floats: new Float32Array([1.5, 2]),
    expression: /x/gi,
    nested: [[null], [['undefined']]],
  }
  value.self = value
  const back = decode(encode(value)) as typeof value
  expect(back).toEqual(structuredClone(value))
  expect(back.self).toBe(back)
})

test('carries any JSON value unchanged', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decode(encode(value))).toEqual(structuredClone(value))
    }),
  )
})

test('carries a key called __proto__ as a key', () => {
  const back = decode(encode(JSON.parse('{"__proto__":{"a":1}}'))) as object
  expect(Object.keys(back)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype)
})

test('keeps the class and the message of an error', () => {
  const back = decode(encode(new TypeError('no such field')))
  expect(back).toBeInstanceOf(TypeError)
  expect(back).toHaveProperty('message', 'no such field')
})

test('refuses what structured clone refuses', () => {
  for (const value of [() => 1, Symbol('s'), Promise.resolve(), new WeakMap()]) {
    expect(() => encode({ value })).toThrow(/could not be cloned/)
  }
})

test('lets functions through where a bridge allows them', () => {
  const text = encode({ call: () => 'called' }, { functionId: () => 7 })
  const back = decode(text, { functionOf: (id) => () => id }) as { call: () => number }
  expect(back.call()).toBe(7)
})
