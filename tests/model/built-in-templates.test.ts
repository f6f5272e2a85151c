import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf, success } from '../../engine/base/index.js'
import { parseCasebook } from '../../engine/casebook/index.js'
import { buildModel } from '../../engine/model/index.js'
import { checkTemplate, parseTemplate, type TemplateLibrary } from '../../engine/template/index.js'
import { atlas } from '../figures/board.js'

const casebook = readBuiltInCasebook()
const library = readBuiltInLibrary()

describe.each([...library.templates.keys()])('the built-in template %s', (id) => {
  const template = readTemplate(id)
  const deals = template.parameters.some((one) => one.name === 'deal')
    ? casebook.collections.deals.map((deal) => deal.id)
    : [undefined]

  it('has no fault that can be found without running it', () => {
    expect(checkTemplate(template, library, casebook)).toEqual([])
  })

  it('T18 takes a brief whose officer wrote nothing but words', () => {
    const narrative = Object.fromEntries(
      template.sections.map(({ id }) => [
        id,
        'Plain words, **some** of them bold.\n\n- one\n- two\n\nAnd 100% of {it}.',
      ]),
    )
    const brief = { template: id, language: 'en' as const, parameters: {}, narrative }
    const input = { casebook, library, template, brief, today: '2026-03-02', atlas: () => success(atlas()) }
    const complaints = diagnosticsOf(buildModel(input)).filter((one) => !one.code.startsWith('evidence/'))
    expect(complaints).toEqual([])
  })

  it.each(['en', 'fr'] as const)('makes a document in %s for every deal without a complaint', (language) => {
    for (const deal of deals) {
      const model = buildModel({
        casebook,
        library,
        template,
        brief: { template: id, language, parameters: deal ? { deal } : {}, narrative: {} },
        today: '2026-03-02',
        atlas: () => success(atlas()),
      })
      // What the rules of evidence say of the casebook is their own test's matter.
      const complaints = diagnosticsOf(model).filter((one) => !one.code.startsWith('evidence/'))
      expect(complaints, deal).toEqual([])
    }
  })
})

function readTemplate(id: string) {
  const entry = library.templates.get(id)
  const template = entry && parseTemplate(entry.file)
  if (!template?.ok) throw new Error(JSON.stringify(template?.diagnostics))
  return template.value
}

function readBuiltInCasebook() {
  const files = readdirSync('assets/casebook').map((name) => ({
    path: `casebook/${name}`,
    text: readFileSync(`assets/casebook/${name}`, 'utf8'),
  }))
  const parsed = parseCasebook(files)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  return parsed.value
}

function readBuiltInLibrary(): TemplateLibrary {
  const entries = (folder: string, ending: string) =>
    new Map(
      (existsSync(folder) ? readdirSync(folder) : [])
        .filter((name) => name.endsWith(ending))
        .map((name) => [
          name.slice(0, -ending.length),
          {
            file: { path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') },
            origin: 'built-in' as const,
            overrides: false,
          },
        ]),
    )
  return {
    templates: entries('templates', '.hbs'),
    layouts: entries('templates/layouts', '.hbs'),
    partials: entries('templates/partials', '.hbs'),
    themes: entries('templates/themes', '.yaml'),
  }
}
