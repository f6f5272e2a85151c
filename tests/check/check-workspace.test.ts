import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../electron/main/workspace-session.js'
import type { FileDiagnostic } from '../../engine/base/index.js'
import { createWorkspace, findAppRoot, inspectWorkspace, type RenderPool } from '../../host/index.js'
import { runJson } from '../cli/run-command.js'

const unused = {} as RenderPool

/** What is written into a fresh workspace, and what is then wrong: `file:line code`. */
const mistakes: [file: string, text: string, expected: string][] = [
  [
    'casebook/events.yaml',
    '\n- id: by-hand\n  date: 2026-01-15\n  event: { value: { en: A, fr: B }, status: reported, sources: [] }\n',
    'evidence/unsourced-claim',
  ],
  [
    'casebook/passages.yaml',
    '\n- id: unprinted\n  text:\n    en: >-\n      One line.\n      {{#with (record "deals" "spa") as |spa|}}{{spa.sigend}}{{/with}}\n    fr: Rien.\n',
    'template/unknown-field',
  ],
  ['templates/fact-sheet.hbs', '\n{{deal.stkae}}\n', 'template/unknown-field'],
  ['templates/no-head.hbs', 'Nothing at its head.\n', 'template/no-front-matter'],
  [
    'templates/partials/unused.hbs',
    '{{#with (record "deals" "spa") as |spa|}}{{spa.nmae}}{{/with}}',
    'template/unknown-field',
  ],
  ['templates/partials/broken.hbs', '{{#if deal}}\n', 'template/syntax'],
  ['templates/partials/headed.hbs', '---\nargumnets: [note]\n---\n{{note}}\n', 'template/unknown-field'],
  ['templates/layouts/bare.hbs', 'No text stands here.\n', 'layout/no-body'],
  ['templates/themes/pale.yaml', 'colours: { accent: none }\n', 'theme/missing-field'],
  ['briefs/no-template.brief.yaml', 'language: en\ntemplate: fact-shet\n', 'template/unknown'],
  ['briefs/no-yaml.brief.yaml', 'template: "fact-sheet\n', 'brief/yaml-syntax'],
  [
    'briefs/wrong-choice.brief.yaml',
    'template: information-memo\nparameters:\n  dael: x\n',
    'brief/unknown-parameter',
  ],
  [
    'briefs/wrong-words.brief.yaml',
    'template: issue-brief\nnarrative:\n  summary: |\n    One line.\n    Then {{deals.stkae}}.\n',
    'template/unknown-field',
  ],
  [
    'briefs/wrong-section.brief.yaml',
    'template: issue-brief\nnarrative:\n  sumary: x\n',
    'brief/unknown-section',
  ],
]

let folder: string

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'briefwright-')), 'ours')
  const made = createWorkspace(folder)
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
  for (const [file, text] of mistakes) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    appendFileSync(join(folder, file), text)
  }
})

afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const shown = ({ at, code, message }: FileDiagnostic) =>
  `${at?.file}:${at?.line}:${at?.column} ${code} ${message}`

describe('what is wrong in a workspace', () => {
  it('is found in every kind of file, used or not, on its own line', () => {
    const { diagnostics } = inspectWorkspace({ dir: folder })
    for (const [file, , code] of mistakes) {
      const found = diagnostics.filter((one) => one.at?.file === file)
      expect(
        found.map((one) => one.code),
        `${file}: ${JSON.stringify(found)}`,
      ).toContain(code)
    }
    const lineOf = (file: string, words: string) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(words)) + 1
    const lines = (file: string) => diagnostics.flatMap(({ at }) => (at?.file === file ? [at.line] : []))
    expect(lines('templates/fact-sheet.hbs')).toEqual([lineOf('templates/fact-sheet.hbs', 'stkae')])
    expect(lines('casebook/passages.yaml')).toEqual([lineOf('casebook/passages.yaml', 'sigend')])
    expect(lines('briefs/no-template.brief.yaml')).toEqual([2])
    expect(lines('briefs/wrong-words.brief.yaml')).toEqual([5])
    expect(lines('briefs/wrong-section.brief.yaml')).toEqual([3])
  })

  it('is the same list in the window as on the command line', async () => {
    const { diagnostics } = openSession(folder, findAppRoot(), unused).read()
    const { printed } = await runJson(join(folder, '..'), 'check', '--workspace', 'ours')
    const listed = printed.diagnostics.map((one) => shown(one as FileDiagnostic))
    expect(listed.toSorted()).toEqual(diagnostics.map((one) => shown(one as FileDiagnostic)).toSorted())
  })

  it('is nothing in the workspace that comes with the program', () => {
    expect(inspectWorkspace().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is not looked for again where no file has changed', () => {
    const before = inspectWorkspace({ dir: folder })
    const again = inspectWorkspace({ dir: folder })
    expect(again.casebook).toBe(before.casebook)
    expect(again.library).toBe(before.library)
    writeFileSync(join(folder, 'briefs', 'new.brief.yaml'), 'template: nothing-like-it\n')
    const after = inspectWorkspace({ dir: folder })
    expect(after.casebook).toBe(before.casebook)
    expect(after.diagnostics).toHaveLength(before.diagnostics.length + 1)
    for (const one of before.diagnostics) expect(after.diagnostics).toContain(one)
  })
})
