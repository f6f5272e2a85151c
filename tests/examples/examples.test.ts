import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Outcome, SourceFile } from '../../engine/base/index.js'
import { parseBrief } from '../../engine/brief/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import type { DocumentModel } from '../../engine/document/index.js'
import { buildModel } from '../../engine/model/index.js'
import { checkTemplate, parseTemplate, type TemplateLibrary } from '../../engine/template/index.js'

// Each folder is a small workspace and what comes of it: a document, or the list of diagnostics.
// `UPDATE=1` rewrites what is expected; review the difference like code.
const folder = 'tests/examples'
const examples = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('the example', () => {
  it.each(examples.map((entry) => entry.name))('%s comes out as expected', (name) => {
    const result = `${JSON.stringify(compile(`${folder}/${name}`), undefined, 2)}\n`
    const expected = `${folder}/${name}/expected.json`
    if (process.env.UPDATE) writeFileSync(expected, result)
    expect(existsSync(expected), `${expected} is missing; run with UPDATE=1 and review it`).toBe(true)
    expect(result).toBe(readFileSync(expected, 'utf8'))
  })
})

function compile(home: string): Outcome<DocumentModel> {
  const read = (path: string): SourceFile => ({ path, text: readFileSync(`${home}/${path}`, 'utf8') })
  const casebook = parseCasebook(
    readdirSync(`${home}/casebook`)
      .sort()
      .map((file) => read(`casebook/${file}`)),
  )
  const template = parseTemplate(read('template.hbs'))
  const brief = parseBrief(read('brief.yaml'))
  if (!casebook.ok) return casebook
  if (!template.ok) return template
  if (!brief.ok) return brief
  const library: TemplateLibrary = {
    templates: new Map(),
    layouts: entriesOf(`${home}/layouts`, 'layouts'),
    partials: entriesOf(`${home}/partials`, 'partials'),
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

function entriesOf(folder: string, name: string): TemplateLibrary['partials'] {
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  return new Map(
    files.map((file) => [
      file.replace('.hbs', ''),
      {
        file: { path: `${name}/${file}`, text: readFileSync(`${folder}/${file}`, 'utf8') },
        origin: 'workspace' as const,
        overrides: false,
      },
    ]),
  )
}
