import { expect, it } from 'vitest'
import { renderPdf } from '../../engine/pdf/index.js'
import { heading, host, model, paragraph, theme } from '../pdf/samples.js'
import { linesOf } from './printed-document.js'
import { readPrinted } from './read-printed.js'

it('tells headings, paragraphs that run over pages, and running matter apart', async () => {
  const rendered = await renderPdf(model([heading('Risks'), paragraph(60)]), theme(), host)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  const printed = await readPrinted(rendered.value.bytes)
  const lines = linesOf(printed)
  expect(printed.pages).toHaveLength(2)
  expect(lines.filter(({ block }) => block?.role === 'H1')).toHaveLength(1)
  expect(new Set(lines.map(({ block }) => block)).size).toBe(2)
  expect(new Set(lines.filter(({ block }) => block?.role === 'P').map(({ page }) => page.number)).size).toBe(
    2,
  )
  expect(printed.pages[1]?.texts.filter(({ block }) => !block).map(({ text }) => text)).toContain('A sample')
  expect(printed.fonts.length).toBeGreaterThan(0)
})
