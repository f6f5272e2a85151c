import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf, type Outcome, type SourceFile } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { locateAll } from '../../engine/check/index.js'
import type { DocumentModel } from '../../engine/document/index.js'
import { buildModel } from '../../engine/model/index.js'
import { checkTemplate, parseTemplate, type TemplateLibrary } from '../../engine/template/index.js'
import { expectNoted, readNoted } from '../small/noted-diagnostics.js'

// Each folder but `casebook`, which all of them share, is a small workspace. What comes of it is a document,
// `expected.json`, or diagnostics that are noted in its files.
// `UPDATE=1` rewrites what is expected; review the difference like code.
const folder = 'tests/examples'
const shared = readNoted(join(folder, 'casebook')).map(({ path, text }) => ({
  path: `casebook/${path}`,
  text,
}))
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'casebook')
  .map((entry) => join(folder, entry.name))
const [right, wrong] = [true, false].map((isRight) =>
  examples.filter((home) => existsSync(join(home, 'expected.json')) === isRight),
) as [string[], string[]]

describe('the example', () => {
  it.each(right)('%s becomes the document that is expected', (home) => {
    const result = `${JSON.stringify(compile(readNoted(home)), undefined, 2)}\n`
    const expected = join(home, 'expected.json')
    if (process.env.UPDATE) writeFileSync(expected, result)
    expect(result).toBe(readFileSync(expected, 'utf8'))
  })

  it.each(wrong)('%s is wrong where it says so, and nowhere else', (home) => {
    const files = readNoted(home)
    const outcome = compile(files)
    expect(outcome.ok).toBe(false)
    expectNoted(home, locateAll(diagnosticsOf(outcome), fileAt('brief.yaml', files)))
  })
})

function compile(files: SourceFile[]): Outcome<DocumentModel> {
  const casebook = parseCasebook(shared)
  const template = parseTemplate(fileAt('template.hbs', files))
  const brief = parseBrief(fileAt('brief.yaml', files))
  if (!casebook.ok) return casebook
  if (!template.ok) return template
  if (!brief.ok) return brief
  const library: TemplateLibrary = {
    templates: new Map(),
    layouts: entriesOf('layouts', files),
    partials: entriesOf('partials', files),
    themes: new Map(),
  }
  const faults = checkTemplate(template.value, library, casebook.value)
  if (faults.length > 0) return { ok: false, diagnostics: faults }
  return buildModel({
    casebook: casebook.value,
    library,
    template: template.value,
    brief: brief.value,
    today: '2026-03-02',
  })
}

function fileAt(path: string, files: SourceFile[]): SourceFile {
  const file = files.find((one) => one.path === path)
  if (!file) throw new Error(`no ${path}`)
  return file
}

function entriesOf(folder: string, files: SourceFile[]): TemplateLibrary['partials'] {
  return new Map(
    files
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .map((file) => {
        const name = file.path.slice(folder.length + 1, -'.hbs'.length)
        return [name, { file, origin: 'workspace' as const, overrides: false }]
      }),
  )
}
