import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../../engine/base/index.js'
import { cutFiles, wholeCollections } from '../../engine/dossier/cut-files.js'
import { casebookFiles, casebookOf } from '../small/casebook.js'

const header = `# About all of it.
title: Trial
description: A trial
languages: [en]
asOf: 2026-02-28
featured:
  actors: [one, two]  # the two
  gaps:
    - first
    - second
terms: { state: state }
`

const actors = `# All actors.

# The first of them.
- id: one
  name: One
  kind: state

# The second
# of them.
- id: two
  name: |
    Two
    # is no comment
- id: three
  name: Three   # so called
  kind: state
`.replace('comment\n', 'comment\n  kind: state\n')

const gaps = `[{ id: first, text: A },
 { id: second, text: B }]
`

function cut(files: SourceFile[], ...keys: string[]): Record<string, string> {
  return Object.fromEntries(
    cutFiles(files, casebookOf(files), new Set(keys)).map(({ path, text }) => [path, text]),
  )
}

describe('cutting a casebook', () => {
  const files = casebookFiles({ casebook: header, actors, gaps })

  it('takes out the lines of a record with the comment above it, and leaves the rest as it was', () => {
    const left = cut(files, 'actors/two', 'actors/three', 'gaps/first', 'gaps/second')
    expect(left['casebook/actors.yaml']).toBe(
      actors.replace('# The first of them.\n- id: one\n  name: One\n  kind: state\n\n', ''),
    )
    expect(left['casebook/casebook.yaml']).toBe(header.replace('[one, two]', '[two]'))
    expect(cut(files, 'actors/one', 'actors/two')['casebook/actors.yaml']).toBe(
      actors.slice(0, actors.indexOf('- id: three')),
    )
  })

  it('leaves out the file of a collection of which nothing is kept, and what was featured of it', () => {
    const left = cut(files, 'gaps/first', 'gaps/second')
    expect(Object.keys(left)).toEqual(['casebook/casebook.yaml', 'casebook/gaps.yaml'])
    expect(left['casebook/casebook.yaml']).toContain('actors: []  # the two')
    expect(cut(files, 'actors/one')['casebook/casebook.yaml']).toMatch(/gaps:\s+\[\]\n/)
  })

  it('keeps a list in brackets whole', () => {
    expect(wholeCollections(files, casebookOf(files))).toEqual(['gaps'])
  })

  it('changes nothing when it is done again', () => {
    const keys = ['actors/one', 'actors/three', 'gaps/first', 'gaps/second']
    for (const texts of [
      files,
      files.map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') })),
    ]) {
      const once = Object.entries(cut(texts, ...keys)).map(([path, text]) => ({ path, text }))
      expect(Object.entries(cut(once, ...keys)).map(([path, text]) => ({ path, text }))).toEqual(once)
    }
  })
})
