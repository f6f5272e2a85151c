import { expect, it } from 'vitest'
import { sourceFiles } from './source-files.js'

/** Folders of the window that say anything. */
const folders = sourceFiles.filter(({ path }) => /^(?!base)[^/]+\/words\.ts$/.test(path))

/** What stands in the file itself, and not in those that it takes over: twice, for two languages. */
function ownNames(text: string): string[] {
  return [...text.matchAll(/^ {4}(\w+):/gm)].map((match) => match[1] ?? '')
}

it('says every name in two languages, and in one folder alone', () => {
  const said = folders.flatMap(({ text }) => ownNames(text))
  const times = new Map<string, number>()
  for (const name of said) times.set(name, (times.get(name) ?? 0) + 1)
  expect(times.size).toBeGreaterThan(200)
  expect([...times].filter(([, count]) => count !== 2)).toEqual([])
})

it('has no word that nothing says', () => {
  const uses = sourceFiles.filter(({ path }) => !path.endsWith('/words.ts')).map(({ text }) => text)
  const all = uses.join('\n')
  const names = new Set(folders.flatMap(({ text }) => ownNames(text)))
  expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([])
})
