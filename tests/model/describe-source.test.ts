import { describe, expect, it } from 'vitest'
import { parseCasebook } from '../../engine/casebook/index.js'
import type { CasebookRecord } from '../../engine/casebook/types.js'
import type { Inline } from '../../engine/document/index.js'
import type { Language } from '../../engine/locale/index.js'
import { describeSource } from '../../engine/model/describe-source.js'
import { typesetInlines } from '../../engine/model/numbering/typeset-inlines.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { smallFiles } from '../small/casebook.js'

const { sources } = builtInCasebook().collections

function source(id: string): CasebookRecord {
  const found = sources.find((one) => one.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const french = sources.find(({ fields }) => fields.language?.kind === 'text' && fields.language.text === 'fr')

describe('a source in the list', () => {
  it('has its title marked with the language that it is in, and set by the rules of that language', () => {
    const english = describeSource(source('glen-orion-pr'), 'fr', 'en')
    expect(english).toContainEqual({
      type: 'foreign',
      language: 'en',
      content: [
        expect.objectContaining({ text: expect.stringContaining('Proposed acquisition'), italic: true }),
      ],
    })
    expect(describeSource(source('glen-orion-pr'), 'en', 'en').map(({ type }) => type)).not.toContain(
      'foreign',
    )
    const printed = (record: CasebookRecord, language: Language) =>
      typesetInlines(describeSource(record, language, 'en') as Inline[], language)
    const [, , title] = printed(french as CasebookRecord, 'en')
    expect(title).toMatchObject({
      type: 'foreign',
      language: 'fr',
      content: [{ text: expect.stringContaining('\u00a0:') }],
    })
    const colon = sources.find(
      ({ fields }) => fields.title?.kind === 'text' && /^[\w ]+: /.test(String(fields.title.text)),
    )
    expect(JSON.stringify(printed(colon as CasebookRecord, 'fr'))).not.toMatch(/[\u00a0\u202f]: /)
  })

  it('is marked nowhere where the title is known in the language of the document', () => {
    const both = describeSource(source('news-feature'), 'fr', 'en')
    expect(both.map(({ type }) => type)).not.toContain('foreign')
  })

  it('whose language is no code is a fault', () => {
    const files = smallFiles({
      sources: '- { id: a, publisher: A, title: T, language: French, tier: press }\n',
    })
    const outcome = parseCasebook(files)
    expect(
      outcome.ok ? [] : outcome.diagnostics.filter(({ code }) => code === 'casebook/language'),
    ).toMatchObject([
      { message: 'found `French` as the language of source `a`, expected a code such as `fr` or `pt-BR`' },
    ])
  })
})
