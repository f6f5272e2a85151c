import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { success } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { compileBrief } from '../../engine/compile/index.js'
import type { DocumentModel, Inline } from '../../engine/document/index.js'
import { contentOf, inlinesIn, visitBlocks } from '../../engine/document/index.js'
import { buildModel } from '../../engine/model/index.js'
import { findTemplate } from '../../engine/template/index.js'
import { host, builtIn as workspace } from '../built-in/workspace.js'
import { atlas, unwrap } from '../figures/board.js'
import { abridgedOutline } from './outline.js'
import { elementsOf, readTagged, saidIn, type TaggedElement } from './read-tagged.js'
import { structureFaults } from './structure-faults.js'

/** Those with every kind of part between them: columns, boxes, tables in groups, figures, contents, annexes. */
const templates = ['issue-brief', 'risk-register', 'country-brief']

describe.each(templates)('the structure of %s', (template) => {
  it.each(['en', 'fr'] as const)('in %s is what is expected', async (language) => {
    const brief = { template, language, parameters: {}, narrative: {}, dossier: false }
    const outcome = await compileBrief(workspace, brief, host)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics[0]))
    const tagged = readTagged(outcome.value.bytes)
    expect(structureFaults(tagged)).toEqual([])
    // Titles of sources are in their own language.
    const languages = new Set(elementsOf(tagged.root).map((one) => one.language))
    expect(languages).toContain(language === 'fr' ? 'en' : 'fr')
    expect(textFaults(modelOf(brief), tagged.root)).toEqual([])
    const expected = fileURLToPath(new URL(`expected/${template}-${language}.txt`, import.meta.url))
    const outline = `${abridgedOutline(tagged.root).join('\n')}\n`
    if (process.env.UPDATE) writeFileSync(expected, outline)
    expect(existsSync(expected), `${expected} is missing; run with UPDATE=1`).toBe(true)
    expect(outline).toBe(readFileSync(expected, 'utf8'))
  })
})

function modelOf(brief: Brief): DocumentModel {
  const { library, casebook } = workspace
  const template = unwrap(findTemplate(library, brief.template))
  return unwrap(
    buildModel({ casebook, library, template, brief, today: host.today(), atlas: () => success(atlas()) }),
  )
}

/** Text of the model that is not said where it should be, letter by letter: each after the one before it. */
function textFaults({ blocks }: DocumentModel, root: TaggedElement): string[] {
  const said = bare(saidIn(root))
  const faults: string[] = []
  let at = 0
  visitBlocks(blocks, (block) => {
    // The table of a figure is said after its note's caption; its own test is in tests/pdf.
    const texts =
      block.type === 'figure' ? [...(block.caption ?? []), ...(block.note ?? [])] : inlinesIn(block)
    for (const text of texts.flatMap(textsIn)) {
      const found = said.indexOf(text, at)
      if (found < 0) faults.push(text)
      else at = found + text.length
    }
  })
  return faults
}

function textsIn(inline: Inline): string[] {
  if (inline.type !== 'text') return contentOf(inline).flatMap(textsIn)
  const text = bare(inline.text)
  return text === '' ? [] : [text]
}

function bare(text: string): string {
  return text.replace(/\s/gu, '')
}
