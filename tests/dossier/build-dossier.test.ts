import { describe, expect, it } from 'vitest'
import { compileBrief } from '../../engine/compile/index.js'
import { languages } from '../../engine/locale/index.js'
import { builtIn, bytesOf, host } from '../built-in/workspace.js'
import { attachmentsOf, dossierOf, rebuilt } from './dossier-of.js'

const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other))

describe.each(languages)('the dossier of every template in %s', (language) => {
  it('parses without a fault and makes the same document on another day', async () => {
    // The longest is read in one language: what it holds is the same in both.
    const templates = [...builtIn.library.templates.keys()]
    for (const template of templates.filter((id) => language === 'en' || id !== 'country-brief')) {
      const bytes = await bytesOf({ template, language })
      // Reading it parses its casebook and brief, and compares every file with the manifest.
      const dossier = await dossierOf(bytes)
      expect({ template, isSame: isSame(await rebuilt(dossier), bytes) }).toEqual({ template, isSame: true })
    }
  })
})

describe('a dossier', () => {
  it('is the same bytes twice', async () => {
    expect(isSame(await bytesOf({ template: 'fact-sheet' }), await bytesOf({ template: 'fact-sheet' }))).toBe(
      true,
    )
  })

  it('makes the same document where the brief knows nothing later than a day', async () => {
    for (const template of ['fact-sheet', 'risk-register', 'note-de-synthese']) {
      const bytes = await bytesOf({ template, language: 'fr', asOf: '2026-02-05' })
      expect({ template, isSame: isSame(await rebuilt(await dossierOf(bytes)), bytes) }).toEqual({
        template,
        isSame: true,
      })
    }
  })

  it('holds the records that are used, as their author wrote them, and what they refer to', async () => {
    const [deal, other] = builtIn.casebook.collections.deals.map(({ id }) => id)
    const { casebook, sources } = await dossierOf(
      await bytesOf({ template: 'fact-sheet', parameters: { deal: deal ?? '' } }),
    )
    const kept = Object.values(casebook.collections).flat()
    const all = Object.values(builtIn.casebook.collections).flat()
    expect(kept.length).toBeLessThan(all.length / 2)
    expect(kept.map(({ id }) => id)).toContain(deal)
    expect(casebook.findings).toEqual([])
    const whole = new Map(builtIn.sources.map((file) => [file.path, file.text]))
    for (const { path, text } of sources.filter((file) => file.path !== 'casebook/casebook.yaml')) {
      for (const record of text.split(/^(?=- id)/m)) expect(whole.get(path)).toContain(record)
    }
    expect(other).toBeDefined()
  })

  it('holds the template, the partials that are called, the theme and the brief with its day of issue', async () => {
    const dossier = await dossierOf(
      await bytesOf({ template: 'fact-sheet', theme: 'ministry', title: 'Ours' }),
    )
    const paths = dossier.files.map(({ path }) => path)
    expect(paths).toContain('templates/fact-sheet.hbs')
    expect(paths.filter((path) => path.startsWith('templates/themes/'))).toEqual([
      'templates/themes/ministry.yaml',
    ])
    expect(dossier.library.partials.size).toBeLessThan(builtIn.library.partials.size)
    expect(dossier.brief).toMatchObject({ template: 'fact-sheet', title: 'Ours', issued: '2026-03-01' })
  })

  it('holds what a template only counts', async () => {
    const text = [
      '---',
      'id: counting',
      'title: Counting',
      'description: Counts',
      'kind: brief',
      'languages: [en]',
      "version: '1'",
      'layout: sheet',
      '---',
      '{{count deals}} deals, {{count events}} events.',
      '',
    ].join('\n')
    const file = { path: 'templates/counting.hbs', text }
    const entry = { file, origin: 'workspace' as const, overrides: false }
    const templates = new Map([...builtIn.library.templates, ['counting', entry]])
    const workspace = { ...builtIn, library: { ...builtIn.library, templates } }
    const bytes = await bytesOf({ template: 'counting' }, workspace)
    const dossier = await dossierOf(bytes)
    expect(dossier.casebook.collections.events.length).toBe(builtIn.casebook.collections.events.length)
    expect(isSame(await rebuilt(dossier), bytes)).toBe(true)
  })

  it('is left out where the brief says so, and of a draft', async () => {
    expect(await attachmentsOf(await bytesOf({ template: 'fact-sheet', dossier: false }))).toEqual([])
    const brief = { template: 'fact-sheet', language: 'en' as const, parameters: {}, narrative: {} }
    const draft = await compileBrief(builtIn, brief, host, { draft: true })
    expect(draft.ok && (await attachmentsOf(draft.value.bytes))).toEqual([])
  })

  it('does not change a page', async () => {
    const brief = { template: 'fact-sheet', language: 'en' as const, parameters: {}, narrative: {} }
    const [carrying, bare] = await Promise.all([
      compileBrief(builtIn, brief, host),
      compileBrief(builtIn, { ...brief, dossier: false }, host),
    ])
    expect(carrying.ok && bare.ok && carrying.value.pageMap).toEqual(bare.ok && bare.value.pageMap)
  })
})
