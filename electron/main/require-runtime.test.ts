import { expect, test } from 'vitest'
import { runtimeProblem } from './require-runtime.ts'

test('a runtime that can hold the database is fine', () => {
  expect(runtimeProblem({ napi: '10', node: '24.21.0' })).toBeNull()
})

test.each([{ napi: '9', node: '20.20.2' }, { node: '8.0.0' }])('%o is refused in a sentence', (versions) => {
  expect(runtimeProblem(versions)).toMatch(`cannot run on Node ${versions.node}`)
})
