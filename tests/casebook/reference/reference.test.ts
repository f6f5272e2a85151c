import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../engine/base/index.js'
import { collectionNames, parseCasebook } from '../../../engine/casebook/index.js'
import { coreFields, recordFields } from '../../../engine/casebook/schema.js'
import { checkEvidence } from '../../../engine/evidence/index.js'
import { casebookFiles } from '../../small/casebook.js'
import { referencePage } from './reference.js'
import { casebookShowing, shownParts, shownValues } from './shown-claims.js'
import { starterFiles } from './starter.js'
import { fieldWords, recordWords } from './words.js'

const page = 'docs/casebook.md'

describe('the reference of a casebook', () => {
  it('tells of every collection, field, status, bound and unit what the program holds of it', () => {
    const made = referencePage()
    if (process.env.UPDATE) writeFileSync(page, made)
    expect(
      readFileSync(page, 'utf8'),
      'out of date: run UPDATE=1 npx vitest run tests/casebook/reference/reference.test.ts, and review the difference',
    ).toBe(made)
  })

  it.each(collectionNames)(
    'says of every field of %s what it is, and of none that it does not have',
    (name) => {
      expect(Object.keys(fieldWords[name])).toEqual(coreFields[name].map((field) => field.name))
      expect(Object.keys(recordWords)).toEqual(recordFields)
    },
  )

  it('shows records that a casebook can hold as they stand, beside those that the starter has more of', () => {
    const blocks = [...readFileSync(page, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, text]) => text ?? '',
    )
    expect(blocks).toHaveLength(collectionNames.length + 1)
    const names = ['casebook', ...collectionNames]
    const shown = casebookFiles(Object.fromEntries(names.map((name, index) => [name, blocks[index] ?? ''])))
    // What a record refers to may be the second of its file, which the page leaves out.
    const whole = starterFiles()
    for (const file of shown)
      expect(
        faultsOf(whole.map((one) => (one.path === file.path ? withRest(file, one) : one))),
        file.path,
      ).toEqual([])
  })

  it('shows no claim that has anything against it', () => {
    const claims = [...shownValues, ...shownParts].map(([, claim]) => claim)
    const read = casebookShowing(claims)
    expect(read.ok ? checkEvidence(read.value) : read.diagnostics).toEqual([])
  })
})

type File = { path: string; text: string }

/** The records of the page with those of the starter that come after them. */
function withRest(shown: File, whole: File): File {
  const second = [...whole.text.matchAll(/^- id:/gm)][1]?.index
  return {
    path: shown.path,
    text: second === undefined ? shown.text : `${shown.text}\n${whole.text.slice(second)}`,
  }
}

function faultsOf(files: File[]): Diagnostic[] {
  const read = parseCasebook(files)
  return read.ok ? checkEvidence(read.value) : read.diagnostics
}
