import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/index.js'
import { buildFuzz } from '../../scripts/build-fuzz.mjs'
import { freshFolder } from '../host/fresh-folder.js'
import { randomFrom } from '../small/random.js'
import { type FuzzOptions, fuzz } from './fuzz.js'
import { kindNames } from './kinds/index.js'
import { changeHandlebars } from './mutate/change-handlebars.js'
import { changeJson } from './mutate/change-json.js'
import { changeMarkdown } from './mutate/change-markdown.js'
import { changeText } from './mutate/change-text.js'
import { changeYaml } from './mutate/change-yaml.js'
import { openSandbox, strays } from './sandbox.js'

const appRoot = findAppRoot()
const usual: FuzzOptions = {
  ...{ appRoot, cases: 60, seed: 1, kinds: kindNames, workers: 1, timeLimit: 20_000 },
  memoryLimit: { all: 1536, objects: 1024 },
}

beforeAll(async () => {
  await buildFuzz()
})

describe('files changed at random', () => {
  it('are refused or used, without an exception, a hang, a full memory or a file outside', async () => {
    const report = await fuzz(usual)
    expect(report.findings).toEqual([])
    expect(report.cases).toBe(usual.cases)
    expect([...report.ends.keys()].sort()).toEqual([...kindNames].sort())
    const ends = [...report.ends.values()].flatMap((ways) => [...ways.keys()])
    // Where nothing is refused nothing was changed, and where all is refused little was tried.
    expect(ends).toEqual(expect.arrayContaining(['built', 'rendered', 'imported', 'opened']))
    expect(ends.filter((end) => end.includes('/')).length).toBeGreaterThan(10)
  })

  it('are found out where they take longer, or more memory, than they may', async () => {
    const one = { ...usual, cases: 1, kinds: ['brief' as const] }
    const [slow, large] = await Promise.all([
      fuzz({ ...one, timeLimit: 1 }),
      fuzz({ ...one, memoryLimit: { all: 1, objects: 1024 } }),
    ])
    expect(slow.findings).toMatchObject([{ fault: 'hung', kind: 'brief', seed: 1 }])
    expect(large.findings).toMatchObject([{ fault: 'memory', kind: 'brief', seed: 1 }])
  })

  it('are the same for the same seed', () => {
    const text = 'a:\n  - b: { c: 1, d: "Some words of {{deal.stake}} in *Markdown*" }\n  - e\n'
    const changes = [changeYaml, changeText, changeMarkdown, changeHandlebars]
    for (const change of changes) {
      const changed = (seed: number) => change(text, randomFrom(seed), [text])
      expect(changed(7)).toBe(changed(7))
      expect(new Set(Array.from({ length: 50 }, (_, seed) => changed(seed))).size).toBeGreaterThan(20)
    }
    expect(changeJson('{"a":[1]}', randomFrom(7))).toBe(changeJson('{"a":[1]}', randomFrom(7)))
  })
})

describe('what lies around a case', () => {
  const changes: [string, (root: string) => void, string][] = [
    ['made', (root) => writeFileSync(join(root, 'around/home/new.txt'), 'x'), 'around/home/new.txt'],
    [
      'changed',
      (root) => appendFileSync(join(root, 'around/current/canary.txt'), 'x'),
      'around/current/canary.txt',
    ],
    ['taken away', (root) => rmSync(join(root, 'around/passing/canary.txt')), 'around/passing/canary.txt'],
    ['made a folder', (root) => mkdirSync(join(root, 'case/beside')), 'case/beside'],
    ['put beside the workspace', (root) => writeFileSync(join(root, 'escaped.hbs'), 'x'), 'escaped.hbs'],
  ]

  it.each(changes)('is told where a file is %s', (_, change, path) => {
    const root = freshFolder()
    const sandbox = openSandbox(root, appRoot)
    const before = sandbox.look()
    writeFileSync(join(sandbox.caseFolder, 'own.txt'), 'x')
    change(root)
    expect(strays(before, sandbox.look(), /^case\/own\.txt$/)).toEqual([path])
  })
})
