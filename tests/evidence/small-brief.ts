import { type Diagnostic, diagnosticsOf } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { type Casebook, parseCasebook } from '../../engine/casebook/index.js'
import { checkEvidence } from '../../engine/evidence/index.js'
import { buildModel } from '../../engine/model/index.js'
import { parseTemplate } from '../../engine/template/index.js'

const header = `title: { en: A small casebook, fr: Un petit dossier }
description: { en: Two deals, fr: Deux accords }
languages: [en, fr]
asOf: 2026-02-28
staleAfterDays: { deals: 180 }
terms:
  company: { en: company, fr: entreprise }
  press: { en: press, fr: presse }
  paraphrase: { en: paraphrase, fr: paraphrase }
claims:
  deals:
    stake: { en: Stake, fr: Part }
    price: { en: Price, fr: Prix }
    volume: { en: Volume, fr: Volume }
    terms: { en: Terms, fr: Termes }
`

/** Without a fault under the default severities; a trial replaces files, or adds lines to `casebook.yaml`. */
const files = {
  sources: `- { id: first, title: { en: First report, fr: Premier rapport }, published: 2026-01-10, tier: press }
- { id: second, title: { en: Second report, fr: Second rapport }, published: 2026-02-10, tier: press }
`,
  actors: '- { id: acme, name: Acme, kind: company }\n',
  deals: deal('stake: { value: 40, unit: percent, status: confirmed, sources: [first] }'),
}

export interface Trial {
  /** More of `casebook.yaml`. */
  header?: string
  /** Collections, in place of those of the small casebook. */
  files?: Record<string, string>
  body?: string
  brief?: Partial<Brief>
  sections?: string
}

/** The file of one deal, `one`, with claims from line 6 on. */
export function deal(...claims: string[]): string {
  const core = ['- id: one', '  name: One', '  parties: [acme]', '  kind: sale', '  status: announced']
  return `${[...core, ...claims.map((line) => `  ${line}`)].join('\n')}\n`
}

export function casebookOf(trial: Trial = {}): Casebook {
  const all = { casebook: header + (trial.header ?? ''), ...files, ...trial.files }
  const outcome = parseCasebook(
    Object.entries(all).map(([name, text]) => ({ path: `casebook/${name}.yaml`, text })),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, undefined, 1))
  return outcome.value
}

/** What `check` says of the casebook alone. */
export function inCasebook(trial: Trial = {}): string[] {
  return checkEvidence(casebookOf(trial)).map(inOneLine)
}

/** What the rules of evidence say of a brief, whose template's body begins on line 12. */
export function inBrief(trial: Trial): string[] {
  return diagnosticsOf(build(trial))
    .filter((one) => one.code.startsWith('evidence/'))
    .map(inOneLine)
}

export function build({ body = '', brief = {}, sections = '', ...rest }: Trial) {
  const text = `---
id: trial
title: Trial
description: A trial
kind: brief
languages: [en, fr]
version: '1'
parameters:
  - { name: deal, type: record, collection: deals, label: Deal, default: one }
sections: [${sections}]
---
${body}`
  const template = parseTemplate({ path: 'templates/trial.hbs', text })
  if (!template.ok) throw new Error(JSON.stringify(template.diagnostics))
  return buildModel({
    casebook: casebookOf(rest),
    library: { templates: new Map(), layouts: new Map(), partials: new Map(), themes: new Map() },
    template: template.value,
    brief: { template: 'trial', language: 'en', parameters: {}, narrative: {}, ...brief },
    today: '2026-03-02',
  })
}

function inOneLine({ severity, code, message, hints, at }: Diagnostic): string {
  return `${at?.file}:${at?.line}:${at?.column} ${severity} ${code}: ${message} (${hints[0] ?? 'no hint'})`
}
