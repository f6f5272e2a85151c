import { describe, expect, it } from 'vitest'
import { nodeAt, placeInScalar, plain, readYamlFile } from '../../engine/yaml/index.js'

const written = `literal: |

  Its {{first}} line.

    Set {{in}}.
  Last {{one}}.
folded: >-
  Begins {{here}} and
  goes {{on}} to
  the end.

  Another {{paragraph}}
  of two lines.
    - kept {{apart}}
  Last {{one}}.
plain: Runs {{over}} the
  end of its {{line}}.
quoted: "In {{quotes}}, and

  a new {{line}}."
`

const { file } = readYamlFile({ path: 'a.yaml', text: written }, 'brief')
if (!file) throw new Error('not YAML')

/** Every word in braces of the text, with what stands at its place in the file. */
function looked(name: string): [word: string, there: string | undefined][] {
  const node = file && nodeAt(file.root, [name])
  if (!node || !file) throw new Error(`no ${name}`)
  const lines = written.split('\n')
  return String(plain(node))
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/\{\{\w+\}\}/g)].map((match): [string, string | undefined] => {
        const [column, end] = [match.index + 1, match.index + 1 + match[0].length]
        const line = index + 1
        const place = placeInScalar(file, node, { line, column, endLine: line, endColumn: end })
        expect(place.endLine).toBe(place.line)
        return [match[0], lines[place.line - 1]?.slice(place.column - 1, (place.endColumn ?? 0) - 1)]
      }),
    )
}

describe('a place in a text of YAML', () => {
  it.each([
    ['literal', 3],
    ['folded', 5],
    ['plain', 2],
    ['quoted', 2],
  ])('is where its words stand in the file: %s', (name, count) => {
    const found = looked(name)
    expect(found).toHaveLength(count)
    for (const [word, there] of found) expect(there).toBe(word)
  })

  it('is at its end for what is past it', () => {
    const node = file && nodeAt(file.root, ['plain'])
    if (!node || !file) throw new Error('no plain')
    expect(placeInScalar(file, node, { line: 9, column: 9 })).toMatchObject({ line: 17, column: 23 })
  })
})
