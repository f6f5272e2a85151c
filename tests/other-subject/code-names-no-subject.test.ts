import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { wordsOfBuiltIn } from './built-in-words.js'

const builtIn = wordsOfBuiltIn()
const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['engine', 'host', 'cli', 'electron', 'renderer', 'templates']

describe.each(folders)('%s/', (folder) => {
  const files = readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))

  it('names nothing of the subject of the built-in casebook', () => {
    const named = files.flatMap((file) =>
      readFileSync(`${root}${file}`, 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.match(builtIn) ?? []).map((word) => `${file}:${index + 1}: ${word}`)),
    )
    expect(files.length).toBeGreaterThan(0)
    expect(named).toEqual([])
  })
})

it('knows the names that it looks for', () => {
  expect('Cobalt of Kipushi, which Glencore sells to the United States.'.match(builtIn)).toEqual([
    'Cobalt',
    'Kipushi',
    'Glencore',
    'United States',
  ])
})
