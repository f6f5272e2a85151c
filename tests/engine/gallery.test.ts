import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { compileBrief } from '../../engine/compile/index.js'
import { languages } from '../../engine/locale/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { host, builtIn as workspace } from '../built-in/workspace.js'
import { readPdf } from './read-pdf.js'

function compile(brief: Partial<Brief> & Pick<Brief, 'template'>): Promise<Outcome<RenderedPdf>> {
  return compileBrief(workspace, { language: 'en', parameters: {}, narrative: {}, ...brief }, host)
}

async function compiled(brief: Partial<Brief> & Pick<Brief, 'template'>): Promise<RenderedPdf> {
  const outcome = await compile(brief)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1))
  return outcome.value
}

describe.each(languages)('the gallery in %s', (language) => {
  it('sets a fact sheet of every deal on one page', async () => {
    for (const { id } of workspace.casebook.collections.deals) {
      const sheet = await compiled({ template: 'fact-sheet', language, parameters: { deal: id } })
      expect(`${id}: ${sheet.pageCount}`).toBe(`${id}: 1`)
    }
  })

  it('sets a profile of every mineral on two pages', async () => {
    for (const { id } of workspace.casebook.collections.minerals) {
      const profile = await compiled({ template: 'mineral-profile', language, parameters: { mineral: id } })
      expect(`${id}: ${profile.pageCount}`).toBe(`${id}: 2`)
    }
  })

  it('sets the risk register across', async () => {
    const register = await compiled({ template: 'risk-register', language })
    const { pages } = await readPdf(register.bytes)
    expect(pages.every(({ width, height }) => width > height)).toBe(true)
  })

  it('marks every page, numbers it and says as of when', async () => {
    const { bytes } = await compiled({ template: 'issue-brief', language, marking: 'MARKED FOR TEST' })
    const { pages } = await readPdf(bytes)
    pages.forEach(({ text }, index) => {
      expect(text.match(/MARKED FOR TEST/g)?.length).toBe(2)
      const count = language === 'en' ? `Page ${index + 1} of 2` : `Page ${index + 1} sur 2`
      expect(text.replaceAll('\u00a0', ' ')).toContain(count)
    })
    expect(pages[0]?.text).toMatch(
      language === 'en' ? /Information as of/ : /nformations? (arrêtées?|au|à jour)/,
    )
  })
})

describe('a mineral profile', () => {
  it('finds the assets and flows that name the mineral', async () => {
    const profile = { template: 'mineral-profile', parameters: { mineral: 'zinc' } }
    const text = await textOf((await compiled(profile)).bytes)
    expect(text).toMatch(/Producing assets Kipushi\./)
    expect(text).toContain('Kipushi concentrate, existing and proposed')
  })
})

describe('a change memo', () => {
  const memo = { template: 'change-memo', parameters: { since: '2026-01-31' } }

  it('tells what became known after its day, and nothing that was known before', async () => {
    const text = await textOf((await compiled(memo)).bytes)
    expect(text).toContain('What became known after 31 January 2026 and by 28 February 2026')
    expect(text).toMatch(/3 February 2026\. Orion CMC and Glencore\S* announce/)
    expect(text).not.toContain('Petition against the partnership filed')
  })

  it('goes back thirty days where no day is given', async () => {
    expect(await textOf((await compiled({ template: 'change-memo' })).bytes)).toContain(
      'What became known after 29 January 2026',
    )
  })

  it('says that nothing changed by having nothing to say', async () => {
    const text = await textOf((await compiled({ ...memo, parameters: { since: '2026-02-28' } })).bytes)
    expect(text).toContain('events, 0; deals with new terms, 0; sources that came out, 0')
    expect(text).not.toContain('All that changed')
  })
})

describe('a brief', () => {
  it('is the same bytes twice', async () => {
    const one = await compiled({ template: 'issue-brief' })
    const two = await compiled({ template: 'issue-brief' })
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })

  it('is other bytes when it is issued on another day', async () => {
    const one = await compiled({ template: 'issue-brief' })
    const two = await compiled({ template: 'issue-brief', issued: '2026-03-02' })
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false)
  })

  it('prints what its author wrote', async () => {
    const { bytes } = await compiled({
      template: 'fact-sheet',
      parameters: { deal: workspace.casebook.collections.deals[0]?.id ?? '' },
      narrative: await narrativeOf(
        'fact-sheet',
        'The delegation leaves on Tuesday with **three** open questions.',
      ),
    })
    expect(await textOf(bytes)).toContain('The delegation leaves on Tuesday with three open questions.')
  })

  it('knows nothing later than its day', async () => {
    const sheet = { template: 'fact-sheet', parameters: { deal: 'orion-glencore' } }
    const now = await readPdf((await compiled(sheet)).bytes)
    const earlier = await readPdf((await compiled({ ...sheet, asOf: '2025-12-31' })).bytes)
    expect(now.pages[0]?.text).toContain('US$9 billion')
    expect(earlier.pages[0]?.text).not.toContain('US$9 billion')
    expect(earlier.pages[0]?.text).toContain('Information as of 31 December 2025')
  })
})

/** All that a reader reads, on one line. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { pages } = await readPdf(bytes)
  return pages
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ')
}

/** `text` for the first narrative slot of a template. */
async function narrativeOf(template: string, text: string): Promise<Record<string, string>> {
  const { findTemplate } = await import('../../engine/template/index.js')
  const found = findTemplate(workspace.library, template)
  const section = found.ok ? found.value.sections[0] : undefined
  if (!section) throw new Error(`${template} has no place for a narrative`)
  return { [section.id]: text }
}
