import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../engine/base/index.js'
import { type Language, languages, textIn } from '../../engine/locale/index.js'
import { readPdf } from '../engine/read-pdf.js'
import { wordsOfBuiltIn } from './built-in-words.js'
import { compileOnIsland, openIsland } from './island.js'

const workspace = openIsland()
const builtIn = wordsOfBuiltIn()
const documents = [...workspace.library.templates.keys()].flatMap((template) =>
  languages.map((language) => ({ template, language })),
)

// No parameter is given: what a template takes by default, it takes from whatever casebook there is.
describe.each(documents)('$template in $language, on another subject', ({ template, language }) => {
  const rendered = compileOnIsland(workspace, { template, language })
  const printed = rendered.then(async (outcome) => {
    if (!outcome.ok) return ''
    const { pages } = await readPdf(outcome.value.bytes)
    return oneSpaced(pages.map((page) => page.text).join('\n'))
  })

  it('is set without an error and at the length that it promises', async () => {
    const faults = diagnosticsOf(await rendered).filter(
      ({ severity, code }) => severity === 'error' || code === 'pdf/page-count',
    )
    expect(faults).toEqual([])
  })

  it('is about the island', async () => {
    const text = (await printed).toLowerCase()
    expect(text).toContain('quillmere')
    expect(namesOnIsland(language).filter((name) => text.includes(name)).length).toBeGreaterThanOrEqual(3)
  })

  it('has no word of the built-in casebook in it', async () => {
    const text = await printed
    expect(text.length).toBeGreaterThan(500)
    expect(text.match(builtIn)).toBeNull()
  })
})

function namesOnIsland(language: Language): string[] {
  return Object.values(workspace.casebook.collections)
    .flat()
    .flatMap(({ fields: { name } }) =>
      name?.kind === 'text' ? [oneSpaced(textIn(name.text, language)).toLowerCase()] : [],
    )
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ')
}
