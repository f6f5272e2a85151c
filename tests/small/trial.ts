import { type Diagnostic, success } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { type Casebook, knownOn } from '../../engine/casebook/index.js'
import type { DocumentModel } from '../../engine/document/index.js'
import type { Atlas } from '../../engine/figures/index.js'
import { buildModel } from '../../engine/model/index.js'
import { numberInlines } from '../../engine/model/numbering/number-inlines.js'
import {
  checkTemplate,
  parseTemplate,
  piecesOf,
  runTemplate,
  type Template,
  type TemplateLibrary,
  withDefaults,
} from '../../engine/template/index.js'
import { read, readInlines } from './read-blocks.js'
import { twoDeals } from './two-deals.js'

/** What is not as it mostly is in a trial of a template. */
export interface Trial {
  /** That of two deals if left out. */
  casebook?: Casebook
  /** The front matter's lines of parameters, sections, layout and page. */
  head?: string
  layouts?: Record<string, string>
  partials?: Record<string, string>
  brief?: Partial<Brief>
  atlas?: () => Atlas
}

const defaultHead = `parameters:
  - { name: deal, type: record, collection: deals, label: Deal, default: sale }
sections:
  - { id: background, title: { en: Background, fr: Contexte } }
`

/** The template `trial`, which must be in order. */
export function templateOf(body: string, trial: Trial = {}): Template {
  const text = `---\nid: trial\ntitle: { en: Trial, fr: Essai }\ndescription: A trial\nkind: brief\nlanguages: [en, fr]\nversion: '1'\n${trial.head ?? defaultHead}---\n${body}`
  const template = parseTemplate({ path: 'templates/trial.hbs', text })
  if (!template.ok) throw new Error(JSON.stringify(template.diagnostics, undefined, 1))
  return template.value
}

/** The line of the file on which the body of `templateOf` starts. */
export const bodyLine = 13

function libraryOf(trial: Trial): TemplateLibrary {
  const entries = (folder: string, texts: Record<string, string> = {}) =>
    new Map(
      Object.entries(texts).map(([name, text]) => [
        name,
        {
          file: { path: `templates/${folder}/${name}.hbs`, text },
          origin: 'workspace' as const,
          overrides: false,
        },
      ]),
    )
  return {
    templates: new Map(),
    themes: new Map(),
    layouts: entries('layouts', trial.layouts),
    partials: entries('partials', trial.partials),
  }
}

/** The document of the template `trial` with a body, or what is wrong with it. */
export function build(body: string, trial: Trial = {}) {
  const brief: Brief = { template: 'trial', language: 'en', parameters: {}, narrative: {}, ...trial.brief }
  const template = templateOf(body, trial)
  const { atlas, casebook = twoDeals() } = trial
  return buildModel({
    casebook,
    library: libraryOf(trial),
    template,
    brief,
    today: '2026-03-02',
    ...(atlas ? { atlas: () => success(atlas()) } : {}),
  })
}

/** The document of a body that must be in order. */
export function document(body: string, trial: Trial = {}): DocumentModel {
  const model = build(body, trial)
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics, undefined, 1))
  return model.value
}

/** What is said of a document, whether it is made or not. */
export function faults(body: string, trial: Trial = {}): Diagnostic[] {
  const model = build(body, trial)
  return model.ok ? model.warnings : model.diagnostics
}

/** What is said of a template before any document is made. */
export function staticFaults(body: string, trial: Trial = {}): Diagnostic[] {
  return checkTemplate(templateOf(body, trial), libraryOf(trial), trial.casebook ?? twoDeals())
}

/** The blocks of a document, each in a line. */
export function text(body: string, trial: Trial = {}): string {
  return read(document(body, trial).blocks).join('\n')
}

/** What running a template gives, before it is read as Markdown. */
export function run(body: string, trial: Trial = {}) {
  const { casebook = twoDeals() } = trial
  const template = templateOf(body, trial)
  const asOf = trial.brief?.asOf ?? casebook.asOf
  const known = knownOn(casebook, asOf)
  const brief: Brief = { template: 'trial', language: 'en', parameters: {}, narrative: {}, ...trial.brief }
  return runTemplate({
    casebook,
    library: libraryOf(trial),
    template,
    brief: withDefaults(brief, template, known),
    asOf,
    known,
    issued: '2026-03-02',
  })
}

/** What a template prints before it is read as Markdown, with every value in plain words. */
export function printed(body: string, trial: Trial = {}): string {
  const { marked, diagnostics } = run(body, trial)
  const errors = diagnostics.filter((one) => one.severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 1))
  const sources = new Map([...marked.sources].map((id, index) => [id, index + 1]))
  const numbering = { sources, notes: new Map(), targetsById: new Map(), words: new Map() }
  return piecesOf(marked.text)
    .map((piece) => {
      if (piece.type === 'text') return piece.text
      return piece.type === 'inline'
        ? readInlines(numberInlines(marked.inlines[piece.index] ?? [], numbering))
        : ''
    })
    .join('')
}
