import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnosticsOf, placeKey, success } from '../../engine/base/index.js'
import { findRecord, knownOn } from '../../engine/casebook/index.js'
import type { DocumentModel } from '../../engine/document/index.js'
import { type Language, laterDates } from '../../engine/locale/index.js'
import { buildModel } from '../../engine/model/index.js'
import { parseTemplate, type TemplateLibrary } from '../../engine/template/index.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { atlas } from '../figures/board.js'

const casebook = builtInCasebook()
const library: TemplateLibrary = {
  templates: entries('templates', '.hbs'),
  layouts: entries('templates/layouts', '.hbs'),
  partials: entries('templates/partials', '.hbs'),
  themes: entries('templates/themes', '.yaml'),
}
const documents = [...library.templates.keys()].flatMap((id) =>
  (['en', 'fr'] as const).map((language) => ({ id, language })),
)

describe.each(['2026-01-31', '2024-06-30'])('the built-in casebook as of %s', (asOf) => {
  describe.each(documents)('in $id, $language', ({ id, language }) => {
    const { model, diagnostics } = build(id, language, asOf)

    it('makes a document without an error', () => {
      expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
      expect(model?.asOf).toBe(asOf)
    })

    it('prints no later date, except of what was planned by then', () => {
      // A day holds together with its month.
      const texts = textsOf(model?.blocks.filter((block) => block.type !== 'masthead')).map((text) =>
        text.replace(/\s/g, ' '),
      )
      const later = texts.filter((text) => laterDates(text, asOf).length > 0)
      expect(later.filter((text) => !plannedBy(asOf).some((plan) => text.includes(plan)))).toEqual([])
    })

    it('cites no source that came out later', () => {
      const published = sourcesOf(model).map(
        (source) => findRecord(casebook, 'sources', source)?.fields.published,
      )
      expect(
        published.filter(
          (field) => field?.kind === 'date' && laterDates(field.date, asOf, { years: true }).length > 0,
        ),
      ).toEqual([])
    })

    it('prints no claim that speaks for a later day', () => {
      const places = new Set(placesOf(model))
      const later = Object.values(casebook.collections)
        .flat()
        .flatMap((record) => Object.values(record.fields))
        .flatMap((field) =>
          field.kind === 'claim' ? [field.claim] : field.kind === 'claims' ? field.claims : [],
        )
        .filter(({ at }) => places.has(placeKey(at)))
        .filter((claim) => (claim.asOf ?? '') > asOf && claim.status !== 'announced')
      expect(later).toEqual([])
    })

    it('says nothing of the stake of 3 February 2026', () => {
      const text = textsOf(model?.blocks).join('\n')
      // The consortium itself is older, and stands among the actors.
      expect(text).not.toMatch(/Orion( CMC)? ?[–-] ?Glencore|Mutanda and Kamoto|Mutanda et de Kamoto/)
    })

    it('raises no warning of evidence but that some of what it prints is old', () => {
      const evidence = diagnostics.filter((one) => one.code.startsWith('evidence/'))
      expect(evidence.filter((one) => one.code !== 'evidence/stale-claim')).toEqual([])
    })
  })
})

describe('the built-in casebook before February 2026', () => {
  it('knows of the partnership signed in December', () => {
    const deals = knownOn(casebook, '2026-01-31').collections.deals.map((deal) => deal.id)
    expect(deals).toContain('spa')
    expect(deals).not.toContain('orion-glencore')
    expect(deals).not.toContain('kipushi-us')
    expect(knownOn(casebook, '2025-12-03').collections.deals.map((deal) => deal.id)).not.toContain('spa')
  })
})

describe('the built-in casebook on its own last day', () => {
  it.each(documents)('raises no warning of evidence but that some of it is old in $id, $language', (one) => {
    const { diagnostics } = build(one.id, one.language, casebook.asOf)
    const evidence = diagnostics.filter(({ code }) => code.startsWith('evidence/'))
    expect(evidence.filter(({ code }) => code !== 'evidence/stale-claim')).toEqual([])
    expect(evidence.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('tells of the stake that nobody knew of four days before, as its source came out', () => {
    const { model } = build('issue-brief', 'en', '2026-02-04')
    expect(textsOf(model?.blocks).join('\n')).toMatch(/Orion/)
  })

  it('shows a narrative that runs ahead of its date', () => {
    const { diagnostics } = build('issue-brief', 'fr', '2026-01-31', {
      summary: 'Un accord du 3 février 2026.',
    })
    expect(diagnostics.filter((one) => one.code.startsWith('evidence/'))).toMatchObject([
      { code: 'evidence/as-of-leak', at: { section: 'summary', line: 1, column: 14 } },
    ])
  })

  it('shows a deal that nobody knew of', () => {
    const { diagnostics } = build('fact-sheet', 'en', '2026-01-31', {}, { deal: 'orion-glencore' })
    expect(diagnostics.map((one) => one.code)).toContain('evidence/as-of-leak')
  })
})

function build(
  id: string,
  language: Language,
  asOf: string,
  narrative: Record<string, string> = {},
  parameters: Record<string, string> = {},
): { model: DocumentModel | undefined; diagnostics: Diagnostic[] } {
  const entry = library.templates.get(id)
  const template = entry && parseTemplate(entry.file)
  if (!template?.ok) throw new Error(`${id} cannot be read`)
  const outcome = buildModel({
    casebook,
    library,
    template: template.value,
    brief: { template: id, language, asOf, issued: asOf, parameters, narrative },
    today: asOf,
    atlas: () => success(atlas()),
  })
  return { model: outcome.ok ? outcome.value : undefined, diagnostics: diagnosticsOf(outcome) }
}

/** The words of later events that the casebook of that day still has, and of the deadlines that rules had set by then. */
function plannedBy(asOf: string): string[] {
  const { events, instruments } = knownOn(casebook, asOf).collections
  return [...events, ...instruments].flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => {
      if (field.kind !== 'claim' || field.claim.value.kind !== 'text') return []
      const { text } = field.claim.value
      return typeof text === 'string' ? [text] : Object.values(text)
    }),
  )
}

/** Every run of words of a document; those of one paragraph or cell apart from those of another. */
function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) {
    const inline = node.filter((one) => isNode(one) && one.type === 'text')
    const own = inline.length > 0 ? [inline.map((one) => String(one.text)).join('')] : []
    return [...own, ...node.filter((one) => !inline.includes(one)).flatMap(textsOf)]
  }
  return isNode(node)
    ? Object.values(node).flatMap((part) => (typeof part === 'object' ? textsOf(part) : []))
    : []
}

function sourcesOf(model: DocumentModel | undefined): string[] {
  return nodesOf(model).flatMap((node) =>
    node.type === 'sourceList' ? (node.entries as { id: string }[]).map((entry) => entry.id) : [],
  )
}

function placesOf(model: DocumentModel | undefined): string[] {
  return nodesOf(model).flatMap(({ from }) => {
    const place = from as { file: string; line: number; column: number } | undefined
    return place ? [`${place.file}:${place.line}:${place.column}`] : []
  })
}

function nodesOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf)
  return isNode(node) ? [node, ...Object.values(node).flatMap(nodesOf)] : []
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entries(folder: string, ending: string): TemplateLibrary['templates'] {
  const names = readdirSync('templates', { recursive: true, encoding: 'utf8' }).map(
    (name) => `templates/${name}`,
  )
  return new Map(
    names
      .filter(
        (name) =>
          name.startsWith(`${folder}/`) &&
          name.endsWith(ending) &&
          !name.slice(folder.length + 1).includes('/'),
      )
      .map((path) => [
        path.slice(folder.length + 1, -ending.length),
        { file: { path, text: readFileSync(path, 'utf8') }, origin: 'built-in' as const, overrides: false },
      ]),
  )
}
