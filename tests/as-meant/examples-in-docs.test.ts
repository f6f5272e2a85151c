import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../engine/base/index.js'
import { atlasOf } from '../../engine/figures/route-map/atlas-of.js'
import { buildModel } from '../../engine/model/index.js'
import { checkBrief, checkTemplate, parseTemplate } from '../../engine/template/index.js'
import { builtIn, host } from '../built-in/workspace.js'

const { casebook, library } = builtIn

const pageOf = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

/** What examples name, as a template of the built-in casebook gives it. */
const parameters = `parameters:
  - { name: deal, type: record, collection: deals, label: Deal, default: orion-glencore }
  - { name: event, type: record, collection: events, label: Event, default: ${casebook.collections.events[0]?.id} }
  - { name: mineral, type: record, collection: minerals, label: Mineral, default: cobalt }
  - { name: risk, type: record, collection: risks, label: Risk, default: ${casebook.collections.risks[0]?.id} }
  - { name: since, type: date, label: Since, default: 2026-01-01 }
sections:
  - { id: background, title: Background }
`

/** What stands around an example that is none by itself. */
const around: [RegExp, (use: string) => string][] = [
  [/^\{\{#column /, (use) => `{{#table deals as |deal|}}${use}{{/table}}`],
  [/\(a Markdown table\)/, (use) => use.replace('(a Markdown table)', '\n| A | B |\n|---|---|\n| 1 | 2 |\n')],
  [/^\{\{ref /, (use) => `${use}\n\n{{table deals columns="name" caption="C" id="deals-table"}}`],
]

/** Words that stand for whatever a reader has in mind. */
const standIns: [RegExp, string][] = [
  [/\bclaim\b/g, 'deal.stake'],
  [/\bvalue\b(?!=)/g, '5'],
  [/\bvalues\b/g, 'deal.parties'],
  [/\bcount "/g, '(count deals) "'],
]

function templateOf(body: string) {
  const text = `---\nid: trial\ntitle: { en: Trial, fr: Essai }\ndescription: A trial\nkind: brief\nlanguages: [en, fr]\nversion: '1'\n${parameters}---\n${body}`
  const template = parseTemplate({ path: 'templates/trial.hbs', text })
  if (!template.ok) throw new Error(JSON.stringify(template.diagnostics))
  return template.value
}

/** What is wrong with a body, before it runs and, where nothing is, when it does. */
function faultsOf(body: string): string[] {
  const template = templateOf(body)
  const found = checkTemplate(template, library, casebook)
  const brief = { template: 'trial', language: 'en' as const, parameters: {}, narrative: {} }
  const run =
    found.length > 0
      ? []
      : diagnosticsOf(
          buildModel({ casebook, library, template, brief, today: '2026-03-01', atlas: () => atlasOf(host) }),
        )
  return [...found, ...run].filter(({ severity }) => severity === 'error').map(({ message }) => message)
}

const uses = [...pageOf('template-reference.md').matchAll(/```handlebars\n([\s\S]*?)```/g)].flatMap(
  ([, block = '']) => block.trim().split('\n'),
)

describe('an example of the documentation', () => {
  it.each(uses)('E1 of the reference can be written as it stands: %s', (use) => {
    const [, wrap = (body: string) => body] = around.find(([form]) => form.test(use)) ?? []
    const body = standIns.reduce((text, [word, standIn]) => text.replace(word, standIn), wrap(use))
    expect(faultsOf(body)).toEqual([])
  })
  it.each([...pageOf('guide.md').matchAll(/`(\{\{[^`]*\}\})`/g)].map(([, field = '']) => field))(
    'E1 of the guide can be typed as it stands: %s',
    (field) => {
      expect(faultsOf(`The first is ${field}.`)).toEqual([])
    },
  )
  it('E1 of the head of a template is a template', () => {
    const [, head = ''] = /```yaml\n(---\n[\s\S]*?---\n)```/.exec(pageOf('templates.md')) ?? []
    const template = parseTemplate({
      path: 'templates/fact-sheet.hbs',
      text: head.replace('fr: … }', 'fr: x }'),
    })
    expect(diagnosticsOf(template)).toEqual([])
    if (!template.ok) return
    const brief = { template: 'fact-sheet', language: 'en' as const, parameters: {}, narrative: {} }
    expect(checkBrief(brief, template.value, casebook)).toEqual([])
    expect(checkTemplate(template.value, library, casebook)).toEqual([])
  })
})
