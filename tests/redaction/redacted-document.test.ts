import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { type Diagnostic, placeKey } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { compileBrief, type Workspace } from '../../engine/compile/index.js'
import { createNodeHost } from '../../host/index.js'
import { filePlace } from '../base/file-place.js'
import { builtIn, bytesOf, host } from '../built-in/workspace.js'
import { dossierOf, rebuilt } from '../dossier/dossier-of.js'
import { readPdf } from '../engine/read-pdf.js'
import { everythingIn, plainText, withInternal, workspaceOf } from './marked-casebook.js'

const internal = [
  'deals/manono-zijin',
  'risks/r-court',
  'statements/st-ivanhoe-kipushi',
  'sources/mt-orion',
  'gaps/kipushi-smelter',
]
const secret = withInternal(builtIn, ...internal)

/** What stands in those records and nowhere else, in one language or both. */
const words = [
  'manono-zijin',
  'r-court',
  'st-ivanhoe-kipushi',
  'mt-orion',
  'kipushi-smelter',
  'zijin manono lithium',
  'want of parliamentary approval',
  'défaut d’approbation parlementaire',
  'how to structure exports',
  'manière de structurer les exportations',
]

async function tracesIn(bytes: Uint8Array): Promise<string[]> {
  const text = plainText(await everythingIn(bytes))
  return words.filter((word) => text.includes(plainText(word)))
}

const errors = (all: Diagnostic[]) => all.filter(({ severity }) => severity === 'error')

async function faultsOf(workspace: Workspace, brief: Partial<Brief> & Pick<Brief, 'template'>) {
  const whole: Brief = { language: 'en', parameters: {}, narrative: {}, redacted: true, ...brief }
  const rendered = await compileBrief(workspace, whole, host)
  return rendered.ok ? [] : errors(rendered.diagnostics)
}

const shown = ({ code, at }: Diagnostic) => [code, at && placeKey(at)]

describe('a redacted document', () => {
  // The country brief prints all that the casebook has.
  for (const [language, templates] of [
    ['en', ['issue-brief', 'country-brief']],
    ['fr', ['risk-register', 'country-brief']],
  ] as const) {
    it(`has nothing of internal records in any of its bytes, in ${language}`, async () => {
      const found = new Set<string>()
      for (const template of templates) {
        const open = await bytesOf({ template, language, redacted: false }, secret)
        const closed = await bytesOf({ template, language, redacted: true }, secret)
        for (const word of await tracesIn(open)) found.add(word)
        expect([template, await tracesIn(closed)]).toEqual([template, []])
      }
      // Each of these words would have been found, had it been there.
      const ofLanguage = words.filter((word) => word.includes('-') || found.has(word))
      expect([...found].sort()).toEqual(ofLanguage.sort())
      expect(found.size).toBeGreaterThanOrEqual(8)
    })
  }

  it('is the document of a casebook that never had those records', async () => {
    const without = workspaceOf(
      builtIn,
      builtIn.sources.map((file) => ({ ...file, text: withoutRecords(file.text) })),
    )
    for (const template of ['issue-brief', 'risk-register']) {
      const brief = { template, dossier: false, issued: '2026-03-01', asOf: '2026-02-20' }
      const redacted = await bytesOf({ ...brief, redacted: true }, secret)
      expect(Buffer.from(await bytesOf(brief, without)).equals(redacted)).toBe(true)
      expect(Buffer.from(await bytesOf(brief, secret)).equals(redacted)).toBe(false)
    }
  })

  it('numbers its sources without gaps', async () => {
    const { pages } = await readPdf(await bytesOf({ template: 'issue-brief', redacted: true }, secret))
    const list = pages.map(({ text }) => text).join('\n')
    // pdf.js gives a label after the line that it stands before.
    const labels = list.split('\n').filter((line) => /\d\.$/.test(line))
    const numbers = labels.flatMap((line) => /(?<=\D)\d{1,2}(?=\.$)|\d\d(?=\.$)/.exec(line) ?? []).map(Number)
    numbers.splice(0, numbers.indexOf(1))
    expect(numbers.length).toBeGreaterThan(20)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('is made again from its dossier, which has the records that it may have and does not say that it lacks any', async () => {
    const bytes = await bytesOf({ template: 'issue-brief', redacted: true, issued: '2026-03-01' }, secret)
    const dossier = await dossierOf(bytes)
    expect(dossier.brief.redacted).toBeUndefined()
    expect(dossier.casebook.collections.deals.length).toBeGreaterThan(5)
    expect(Buffer.from(await rebuilt(dossier)).equals(bytes)).toBe(true)
    expect(plainText(await everythingIn(bytes))).not.toMatch(/redact|internal:|expurg/)
  })

  it('carries no comment of the casebook, for nobody can say which record it is about', async () => {
    const sources = secret.sources.map((file) => ({
      ...file,
      text: `# Ask Delphine before the court rules\n${file.text.replace(/^- id: spa$/m, '$&   # and Delphine again')}`,
    }))
    const talkative = workspaceOf(builtIn, sources)
    const brief = { template: 'fact-sheet', parameters: { deal: 'spa' } }
    expect(await everythingIn(await bytesOf(brief, talkative))).toContain('Delphine')
    expect(await everythingIn(await bytesOf({ ...brief, redacted: true }, talkative))).not.toContain(
      'Delphine',
    )
  })

  it('of a casebook without internal records is the document as it is, but for comments', async () => {
    const brief = { template: 'issue-brief', issued: '2026-03-01' }
    const plain = await bytesOf(brief)
    expect(Buffer.from(await bytesOf({ ...brief, redacted: true })).equals(plain)).toBe(true)
  })

  it('says where on the page which line of the whole casebook stands', async () => {
    const brief: Brief = { template: 'risk-register', language: 'en', parameters: {}, narrative: {} }
    const line = secret.casebook.collections.risks.find(({ id }) => id === 'r-m23')?.at.line
    const rendered = await compileBrief(secret, { ...brief, redacted: true }, createNodeHost())
    const lines = rendered.ok
      ? rendered.value.pageMap.map(({ from }) => `${filePlace(from).file}:${filePlace(from).line}`)
      : []
    expect(lines).toContain(`casebook/risks.yaml:${line}`)
  })
})

describe('a redacted document is refused', () => {
  it('where the brief chooses an internal record', async () => {
    const faults = await faultsOf(secret, { template: 'fact-sheet', parameters: { deal: 'manono-zijin' } })
    expect(faults.map(shown)).toEqual([['redaction/chosen', 'parameter:deal']])
    expect(faults[0]?.hints.length).toBeGreaterThan(0)
  })

  it('where the narrative, a field of the brief or the template names one', async () => {
    const narrative = {
      summary: 'First line.\n\nThen the\n**Manono lithium** and the zijin manono LITHIUM mine.',
    }
    const marked = withInternal(builtIn, 'deals/manono-zijin')
    const deal = marked.casebook.collections.deals.find(({ id }) => id === 'manono-zijin')
    const name = deal?.fields.name?.kind === 'text' ? (deal.fields.name.text as { en: string }).en : ''
    const faults = await faultsOf(marked, {
      template: 'issue-brief',
      title: `About ${name.toUpperCase()}`,
      narrative: {
        summary: `${narrative.summary}\nSee ${name.replace(' ', '\n')}. {{record "deals" "manono-zijin"}}`,
      },
    })
    expect(faults.map(shown)).toEqual([
      ['redaction/named', 'field:title'],
      ['redaction/named', expect.stringMatching(/^section:summary:\d+:\d+$/)],
      ['redaction/named', expect.stringMatching(/^section:summary:\d+:\d+$/)],
    ])
    const library = {
      ...builtIn.library,
      templates: new Map(builtIn.library.templates),
    }
    const sheet = builtIn.library.templates.get('fact-sheet')
    if (!sheet) throw new Error('no fact sheet')
    const text = `${sheet.file.text}\n{{#with (record "deals" "spa") as |one|}}{{one.signed}}{{/with}}\n`
    library.templates.set('fact-sheet', { ...sheet, file: { ...sheet.file, text } })
    const named = await faultsOf(
      { ...withInternal(builtIn, 'deals/spa'), library },
      { template: 'fact-sheet', parameters: { deal: 'manono-zijin' } },
    )
    const lines = text.split('\n').length
    expect(named.map(shown)).toEqual([
      ['redaction/named', expect.stringMatching(`^templates/fact-sheet.hbs:${lines - 1}:`)],
    ])
  })

  it('where another record that it prints names one, with the line in the whole file', async () => {
    const marked = withInternal(builtIn, 'deals/orion-glencore')
    const faults = await faultsOf(marked, { template: 'risk-register' })
    const risk = marked.casebook.collections.risks.find(({ id }) => id === 'r-mou')
    const named = faults.filter(({ code }) => code === 'redaction/named')
    expect(named.map(({ at }) => filePlace(at).file)).toEqual(named.map(() => 'casebook/risks.yaml'))
    const lines = marked.sources.find(({ path }) => path === 'casebook/risks.yaml')?.text.split('\n') ?? []
    for (const { at } of named) expect(lines[(filePlace(at).line ?? 0) - 1]).toContain('Orion-Glencore')
    expect(filePlace(named[0]?.at).line).toBeGreaterThan(risk?.at.line ?? 0)
  })

  it('where a claim, a statement or a field that must name a record would be left with none', async () => {
    const { deals, statements } = builtIn.casebook.collections
    const statement = statements[0]
    const own = statement?.fields.sources?.kind === 'references' ? statement.fields.sources.ids : []
    const marked = withInternal(builtIn, ...own.map((id) => `sources/${id}`))
    const faults = await faultsOf(marked, { template: 'fact-sheet', parameters: { deal: 'kipushi-us' } })
    expect(faults.map(({ code }) => code)).toContain('redaction/unsourced')
    const parties = deals.find(({ id }) => id === 'spa')?.fields.parties
    const ids = parties?.kind === 'references' ? parties.ids : []
    const alone = await faultsOf(withInternal(builtIn, ...ids.map((id) => `actors/${id}`)), {
      template: 'fact-sheet',
      parameters: { deal: 'spa' },
    })
    expect(alone.map(({ code }) => code)).toContain('redaction/required')
  })

  it('where text that the casebook has ready for a section would go with an internal record', async () => {
    const marked = withInternal(builtIn, 'deals/orion-glencore')
    const faults = await faultsOf(marked, { template: 'information-memo' })
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['redaction/prose']))
    expect(filePlace(faults[0]?.at).file).toBe('casebook/passages.yaml')
  })
})

it('lets a data keeper mark any record internal, and says what is wrong with another value', () => {
  const [file] = builtIn.sources.filter(({ path }) => path === 'casebook/gaps.yaml')
  if (!file) throw new Error('no gaps')
  const sources = builtIn.sources.map((one) =>
    one === file ? { ...file, text: file.text.replace('\n', '\n  internal: perhaps\n') } : one,
  )
  expect(() => workspaceOf(builtIn, sources)).toThrow(/found `perhaps`, expected `true` or `false`/)
})

/** The records taken out by way of plain values, which has nothing in common with how the engine does it. */
function withoutRecords(text: string): string {
  const ids = internal.map((key) => key.split('/')[1])
  const value = parse(text, { schema: 'core' })
  // The passage-like gap that is about the deal among others goes with it.
  const gone = [...ids, 'after-february-2026']
  const clean = (part: unknown): unknown => {
    if (Array.isArray(part))
      return part.filter((item) => !gone.includes(item) && !gone.includes(item?.id)).map(clean)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, clean(item)]))
  }
  return stringify(clean(value), { schema: 'core', lineWidth: 0 })
}
