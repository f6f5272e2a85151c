import { expect, it } from 'vitest'
import { sourceFiles } from './source-files.js'

function whereStands(pattern: RegExp): string[] {
  return sourceFiles.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

// What is asked through the bridge never rejects, so `await` and `void` are all that its callers need. Biome finds
// promises that have neither, as far as it knows types.
it('asks main through the bridge that never rejects, and nowhere around it', () => {
  expect(whereStands(/\bbriefwright\b/)).toEqual(['base/bridge.ts'])
})

it('chains no promise without saying what becomes of its failure', () => {
  expect(whereStands(/\.then\((?![^\n]*\.catch\()/)).toEqual([])
})
