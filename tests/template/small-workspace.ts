import { type Diagnostic, success } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { type Casebook, parseCasebook } from '../../engine/casebook/index.js'
import type { Block, DocumentModel, Inline } from '../../engine/document/index.js'
import type { Atlas } from '../../engine/figures/index.js'
import { buildModel } from '../../engine/model/index.js'
import { withDefaults } from '../../engine/template/defaults.js'
import {
  checkTemplate,
  parseTemplate,
  piecesOf,
  runTemplate,
  type Template,
  type TemplateLibrary,
} from '../../engine/template/index.js'

const casebookYaml = `title: { en: A small casebook, fr: Un petit dossier }
description: { en: Two deals, fr: Deux accords }
languages: [en, fr]
asOf: 2026-02-28
terms:
  company: { en: company, fr: entreprise }
  execution: { en: execution, fr: exécution }
  security: { en: security, fr: sécurité }
  primary: { en: primary, fr: primaire }
claims:
  deals:
    stake: { en: Stake, fr: Part }
    price: { en: Price, fr: Prix }
    volume: { en: Volume, fr: Volume }
    signed: { en: Signed, fr: Signature }
    terms: { en: Terms, fr: Termes }
`

const files: Record<string, string> = {
  'casebook.yaml': casebookYaml,
  'sources.yaml': `- { id: press, publisher: Press Office, title: { en: The *announcement*, fr: L’annonce }, published: 2026-02-04, url: 'https://example.org/a', tier: primary }
- { id: mine, publisher: Mine Weekly, url: 'https://example.org/b', tier: primary }
- { id: gazette, publisher: Gazette, title: { en: Notice, fr: Avis }, published: 2026-01, tier: primary }
`,
  'actors.yaml': `- { id: orion, name: Orion, kind: company }
- { id: glencore, name: Glencore, kind: company }
`,
  'deals.yaml': `- id: sale
  name: { en: 'The | sale', fr: 'La | vente' }
  parties: [orion, glencore]
  kind: { en: purchase, fr: achat }
  status: announced
  stake: { value: 40, unit: percent, status: agreed-in-principle, sources: [press] }
  price:
    value: 9
    unit: USD billion
    status: disputed
    sources: [mine, gazette]
    alternatives:
      - { value: 9, unit: USD billion, sources: [mine] }
      - { value: 11.5, unit: USD billion, sources: [gazette] }
  volume: { value: 0, unit: t, status: unknown }
  signed: { value: 2026-02-03, status: confirmed, sources: [press] }
  terms:
    value: { en: "# not a heading\\n\\n:::callout\\n| a | {{brief.title}} [x](https://e.org) <b>[^1]", fr: '# texte' }
    status: confirmed
    sources: [press]
- id: lease
  name: { en: Lease, fr: Bail }
  parties: [glencore]
  kind: { en: lease, fr: bail }
  status: confirmed
  volume: { value: [8, 12], unit: kt, status: confirmed, sources: [gazette] }
`,
  'risks.yaml': `- { id: r-one, category: execution, statement: { value: { en: It may fail, fr: Échec possible }, status: reported, sources: [mine] }, about: [sale] }
- { id: r-two, category: security, statement: { value: { en: Roads close, fr: Routes fermées }, status: confirmed, sources: [gazette] }, about: [lease] }
- { id: r-three, category: execution, statement: { value: { en: It may wait, fr: Attente possible }, status: confirmed, sources: [press] }, about: [sale] }
`,
}

let known: Casebook | undefined

export function smallCasebook(): Casebook {
  if (known) return known
  const parsed = parseCasebook(
    Object.entries(files).map(([name, text]) => ({ path: `casebook/${name}`, text })),
  )
  if (!parsed.ok)
    throw new Error(
      parsed.diagnostics.map((one) => `${one.at?.file}:${one.at?.line} ${one.message}`).join('\n'),
    )
  known = parsed.value
  return known
}

export interface Trial {
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

export function build(body: string, trial: Trial = {}) {
  const brief: Brief = { template: 'trial', language: 'en', parameters: {}, narrative: {}, ...trial.brief }
  const template = templateOf(body, trial)
  const { atlas } = trial
  return buildModel({
    casebook: smallCasebook(),
    library: libraryOf(trial),
    template,
    brief,
    today: '2026-03-02',
    ...(atlas ? { atlas: () => success(atlas()) } : {}),
  })
}

export function document(body: string, trial: Trial = {}): DocumentModel {
  const model = build(body, trial)
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics, undefined, 1))
  return model.value
}

export function faults(body: string, trial: Trial = {}): Diagnostic[] {
  const model = build(body, trial)
  return model.ok ? model.warnings : model.diagnostics
}

export function staticFaults(body: string, trial: Trial = {}): Diagnostic[] {
  return checkTemplate(templateOf(body, trial), libraryOf(trial), smallCasebook())
}

/** Text as a reader would see it: citations `[1,2]`, marks `(reported)`, bold `**`, spaces that do not break as plain ones. */
export function readInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          if (inline.struck) return `~~${inline.text}~~`
          return inline.bold ? `**${inline.text}**` : inline.italic ? `*${inline.text}*` : inline.text
        case 'citation':
          return `[${inline.numbers.join(',')}]`
        case 'status':
          return `(${inline.label})`
        case 'lineBreak':
          return '/'
        case 'footnote':
          return `[^${inline.number}]`
        case 'reference':
          return `<${inline.id}: ${readInlines(inline.content)}>`
        default:
          return readInlines(inline.content)
      }
    })
    .join('')
    .replace(/[\u00a0\u202f]/g, ' ')
}

/** Each block as one line, its kind first. */
export function read(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
        return [`h${block.level} ${readInlines(block.content)}`]
      case 'paragraph':
        return [`p ${readInlines(block.content)}`]
      case 'table':
        return [
          `table ${block.number ?? ''} ${readInlines(block.caption ?? [])}`.trim(),
          ...[...block.head, ...block.rows.map((row) => row.cells)].map((cells) =>
            cells.map((cell) => readInlines(cell.content)).join(' | '),
          ),
        ]
      case 'list':
        return block.items.map((item) => `- ${read(item).join(' ')}`)
      case 'sourceList':
        return block.entries.map((entry) => `${entry.number}. ${readInlines(entry.content)}`)
      case 'statusKey':
        return [`key ${block.entries.map((entry) => entry.label).join(', ')}`]
      case 'fields':
        return block.entries.map((entry) => `${entry.label}: ${readInlines(entry.content)}`)
      case 'masthead':
        return [
          `masthead ${block.kicker}: ${readInlines(block.title)}`,
          ...block.particulars.map(readInlines),
        ]
      case 'callout':
        return [`callout ${block.kind} ${readInlines(block.title ?? [])}`.trim(), ...read(block.blocks)]
      case 'image':
        return [
          `image ${block.number ?? ''} ${block.path} (${block.alt}) ${readInlines(block.caption ?? [])}`,
        ]
      case 'figure':
        return [`figure ${block.number ?? ''} ${block.spec.type} ${readInlines(block.caption ?? [])}`]
      case 'contents':
        return block.entries.map(
          (entry) => `${'.'.repeat(entry.level)} ${entry.id}: ${readInlines(entry.content)}`,
        )
      case 'figureList':
        return block.entries.map((entry) => `${entry.label} ${entry.id}: ${readInlines(entry.content)}`)
      case 'glossary':
        return block.entries.map((entry) => `${entry.term}: ${readInlines(entry.content)}`)
      case 'appendix':
        return [`${block.label}. ${readInlines(block.title)}`, ...read(block.blocks)]
      case 'landscape':
      case 'columns':
      case 'keepTogether':
      case 'quote':
        return [block.type, ...read(block.blocks)]
      default:
        return [block.type]
    }
  })
}

export function text(body: string, trial: Trial = {}): string {
  return read(document(body, trial).blocks).join('\n')
}

/** What a template prints before it is read as Markdown, with every value in plain words. */
export function printed(body: string, trial: Trial = {}): string {
  const template = templateOf(body, trial)
  const { draft, diagnostics } = runTemplate({
    casebook: smallCasebook(),
    library: libraryOf(trial),
    template,
    brief: withDefaults(
      { template: 'trial', language: 'en', parameters: {}, narrative: {}, ...trial.brief },
      template,
      smallCasebook(),
    ),
    asOf: '2026-02-28',
    known: smallCasebook(),
    issued: '2026-03-02',
  })
  const errors = diagnostics.filter((one) => one.severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 1))
  return piecesOf(draft.text)
    .map((piece) => {
      if (piece.type === 'text') return piece.text
      return piece.type === 'inline' ? readInlines(draft.inlines[piece.index] ?? []) : ''
    })
    .join('')
}
