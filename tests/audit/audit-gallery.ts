import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { points } from '../../engine/base/index.js'
import { compileBrief } from '../../engine/compile/index.js'
import type { Language } from '../../engine/locale/index.js'
import { parseTheme } from '../../engine/theme/index.js'
import { host, builtIn as workspace } from '../built-in/workspace.js'
import { linesOf } from './printed-document.js'
import { readPrinted } from './read-printed.js'
import { auditDocument, type Margins } from './rules.js'

const marking = 'MARKED FOR AUDIT'
const sizes = ['A4', 'Letter'] as const

/** Fewest and most pages of each template, as they were promised. */
const lengths: Record<string, readonly [fewest: number, most: number]> = {
  'issue-brief': [2, 2],
  'decision-memo': [2, 2],
  'information-memo': [1, 2],
  'fact-sheet': [1, 1],
  'risk-register': [2, 4],
  'mineral-profile': [2, 2],
  'flow-atlas': [2, 4],
  'country-brief': [12, 30],
  'note-de-synthese': [2, 4],
  'change-memo': [1, 2],
}

/** Audits every template in every theme, on A4 and Letter. By language, so that two cores share the work. */
export function describeAudit(language: Language): void {
  const settings = [...workspace.library.themes.keys()].flatMap((theme) =>
    sizes.map((size) => ({ theme, size, margins: marginsOf(theme, size) })),
  )

  describe(`the printed pages in ${language}`, () => {
    it('are of the ten templates that were promised', () => {
      expect([...workspace.library.templates.keys()].sort()).toEqual(Object.keys(lengths).sort())
    })

    it.each(Object.entries(lengths))(
      'of %s are as many as promised and have no fault in any theme, on A4 and Letter',
      async (template, [fewest, most]) => {
        const found: string[] = []
        for (const { theme, size, margins } of settings) {
          const look = { theme, size, marking, caveat: 'Draft' }
          const brief = { template, language, ...look, dossier: false, parameters: {}, narrative: {} }
          const outcome = await compileBrief(workspace, brief, host)
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics[0]))
          const { pageCount } = outcome.value
          if (pageCount < fewest || pageCount > most) found.push(`${theme}, ${size}, ${pageCount} pages`)
          const printed = await readPrinted(outcome.value.bytes)
          expect(linesOf(printed).length).toBeGreaterThan(20)
          const faults = auditDocument(printed, { margins, marking })
          found.push(...faults.map((one) => `${theme}, ${size}, ${one}`))
        }
        expect(found).toEqual([])
      },
    )
  })
}

function marginsOf(theme: string, size: 'A4' | 'Letter'): Margins {
  const path = fileURLToPath(new URL(`../../templates/themes/${theme}.yaml`, import.meta.url))
  const parsed = parseTheme({ path, text: readFileSync(path, 'utf8') })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics))
  const { sides, top, foot } = parsed.value.margins[size]
  return { sides: points(sides), top: points(top), foot: points(foot) }
}
