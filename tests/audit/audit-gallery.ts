import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compileBrief } from '../../engine/index.js'
import { points } from '../../engine/lengths.js'
import type { Language } from '../../engine/locale/index.js'
import { parseTheme } from '../../engine/pdf/index.js'
import { createNodeHost, readWorkspace } from '../../host/index.js'
import { linesOf } from './printed-document.js'
import { readPrinted } from './read-printed.js'
import { auditDocument, type Margins } from './rules.js'

const marking = 'MARKED FOR AUDIT'
const sizes = ['A4', 'Letter'] as const

/** Audits every template in every theme, on A4 and Letter. By language, so that two cores share the work. */
export function describeAudit(language: Language): void {
  const opened = readWorkspace()
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics[0]))
  const workspace = opened.value
  const host = createNodeHost({ today: '2026-03-01' })
  const settings = [...workspace.library.themes.keys()].flatMap((theme) =>
    sizes.map((size) => ({ theme, size, margins: marginsOf(theme, size) })),
  )

  describe(`the printed pages in ${language}`, () => {
    it.each([...workspace.library.templates.keys()])(
      'of %s have no fault in any theme, on A4 and Letter',
      async (template) => {
        const found: string[] = []
        for (const { theme, size, margins } of settings) {
          const look = { theme, size, marking, caveat: 'Draft' }
          const brief = { template, language, ...look, parameters: {}, narrative: {} }
          const outcome = await compileBrief(workspace, brief, host)
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics[0]))
          const printed = await readPrinted(outcome.value.bytes)
          expect(linesOf(printed).length).toBeGreaterThan(20)
          const faults = auditDocument(printed, { margins, marking })
          found.push(...faults.map((one) => `${theme}, ${size}, ${one}`))
        }
        expect(found).toEqual([])
      },
      60_000,
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
