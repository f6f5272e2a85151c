import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../renderer', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(`${folder}/${path}`, 'utf8') }))

function whereStands(pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

// What is asked through the bridge never rejects, so `await` and `void` are all that its callers need. Biome finds
// promises that have neither, as far as it knows types.
it('asks main through the bridge that never rejects, and nowhere around it', () => {
  expect(whereStands(/\bbriefwright\b/)).toEqual(['base/bridge.ts'])
})

it('chains no promise without saying what becomes of its failure', () => {
  expect(whereStands(/\.then\((?![^\n]*\.catch\()/)).toEqual([])
})
