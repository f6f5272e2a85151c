import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { referencePage } from './reference.js'

const page = 'docs/template-reference.md'

it('T13 the reference tells of every helper what its definition says', () => {
  const made = referencePage()
  if (process.env.UPDATE) writeFileSync(page, made)
  expect(readFileSync(page, 'utf8'), 'run with UPDATE=1 and review the difference').toBe(made)
})
