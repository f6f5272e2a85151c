import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileBrief } from '../../engine/compile/index.js'
import { anyMarkdown, anyWorkspace, briefOf, hostWithPictures } from '../tagged/any-markdown.js'
import { readTagged } from '../tagged/read-tagged.js'
import { structureFaults } from '../tagged/structure-faults.js'

/** Compiled as an author would have it shown while they write: what is wrong with it is said beside its pages. */
async function compiled(body: string, language: 'en' | 'fr') {
  return compileBrief(anyWorkspace, briefOf(body, language), hostWithPictures, { draft: true })
}

const anyLanguage = fc.constantFrom('en' as const, 'fr' as const)

describe('a narrative of any Markdown', () => {
  it('makes a document that is sound to screen readers, or is refused', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyMarkdown, anyLanguage, async (body, language) => {
        const made = await compiled(body, language)
        if (made.ok) {
          expect(structureFaults(readTagged(made.value.bytes))).toEqual([])
          return
        }
        expect(made.diagnostics.length).toBeGreaterThan(0)
      }),
      { numRuns: 12, seed: 30, endOnFailure: true },
    )
  })
  it('of any letters at all is printed or refused', { timeout: 120_000 }, async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    const marked = fc
      .array(
        fc.oneof(anything, fc.constantFrom(...'# |- *_[]()!{}:<>`~^\\\n\t"\'&;\u00ad\u200f'.split(''))),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(marked, anyLanguage, async (body, language) => {
        const made = await compiled(body, language)
        if (!made.ok) expect(made.diagnostics.length).toBeGreaterThan(0)
      }),
      { numRuns: 60, seed: 30 },
    )
  })
})
