/**
 * Renders every template in every language, theme and size, with no parameter given, into the folder named; beside
 * them a watermarked, a numbered and a redacted document, and documents of any blocks. Beside each PDF a file of JSON
 * says what its readers have to find. Given a part and how many parts there are, every so many of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Outcome, success } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { compileBrief, type Workspace } from '../../engine/compile/index.js'
import { buildModel } from '../../engine/model/index.js'
import { type RenderedPdf, renderPdf } from '../../engine/pdf/index.js'
import { findTemplate } from '../../engine/template/index.js'
import { createNodeHost, readWorkspace } from '../../host/index.js'
import { atlas, unwrap } from '../figures/board.js'
import { host as sampleHost, theme as sampleTheme } from '../pdf/samples.js'
import { withInternal } from '../redaction/marked-casebook.js'
import { anyDocument, composeDocument } from '../tagged/any-document.js'
import { anyMarkdown, anyWorkspace, briefOf, hostWithPictures } from '../tagged/any-markdown.js'
import { expectedHeadings } from './expected-headings.js'

const [folder = 'out', part = '0', parts = '1'] = process.argv.slice(2)
let turn = 0
mkdirSync(folder, { recursive: true })
const workspace = unwrap(readWorkspace())
const host = createNodeHost({ today: '2026-03-01' })
const marked = withInternal(workspace, 'deals/manono-zijin', 'risks/r-court')
const protectedBriefs: [string, Pick<Brief, 'template' | 'language'> & Partial<Brief>][] = [
  [
    'numbered-draft-en',
    {
      ...{ template: 'risk-register', language: 'en', size: 'Letter', watermark: 'draft' },
      ...{ marking: 'UNCLASSIFIED', caveat: 'Not for the press' },
      copy: { number: 3, of: 12, recipient: 'Desk <A> & B' },
    },
  ],
  ['watermark-fr', { template: 'issue-brief', language: 'fr', watermark: 'Ne pas diffuser avant jeudi' }],
  ['redacted-fr', { template: 'issue-brief', language: 'fr', redacted: true }],
]
let failed = 0
for (const template of workspace.library.templates.keys()) {
  for (const language of ['en', 'fr'] as const) {
    for (const theme of ['agency', 'ministry']) {
      for (const size of ['A4', 'Letter'] as const) {
        // Characters that XML would take for its own, since the metadata is XML.
        const written = { marking: 'UNCLASSIFIED', from: 'Desk <A> & B', parameters: {}, narrative: {} }
        const brief = { template, language, theme, size, ...written }
        if (isOwnTurn()) await compileAndSave(`${template}-${language}-${theme}-${size}`, workspace, brief)
      }
    }
  }
}
for (const [name, brief] of protectedBriefs)
  if (isOwnTurn()) await compileAndSave(name, marked, { parameters: {}, narrative: {}, ...brief })
// Always the same ones, so that a fault that is found is found again.
for (const [index, composition] of fc.sample(anyDocument, { numRuns: 40, seed: 30 }).entries()) {
  if (!isOwnTurn()) continue
  const { document } = composeDocument(composition)
  const rendered = await renderPdf(document, sampleTheme(), sampleHost)
  // What must stay whole and is taller than a page is refused.
  if (!rendered.ok && rendered.diagnostics.every(({ code }) => code === 'pdf/too-tall')) continue
  save(`any-blocks-${String(index + 1).padStart(2, '0')}`, rendered, expectedHeadings(document))
}
for (const [index, body] of fc.sample(anyMarkdown, { numRuns: 60, seed: 30 }).entries()) {
  if (!isOwnTurn()) continue
  const brief = briefOf(body, index % 2 === 0 ? 'en' : 'fr')
  const made = await compileBrief(anyWorkspace, brief, hostWithPictures)
  // A picture in CMYK and the like is refused.
  // Readers put the notes of a heading into its text and Arabic in another order, so of these they read levels alone.
  const levels = headingsOf(brief).map((heading) => heading.slice(0, 2))
  if (made.ok) save(`any-markdown-${String(index + 1).padStart(2, '0')}`, made, levels)
}
process.exitCode = failed > 0 ? 1 : 0

function headingsOf(brief: Brief): string[] {
  const { casebook, library } = anyWorkspace
  const template = unwrap(findTemplate(library, brief.template))
  const model = buildModel({ casebook, library, template, brief, today: host.today() })
  return model.ok ? expectedHeadings(model.value) : []
}

/** Told of each document in turn. */
function isOwnTurn(): boolean {
  return turn++ % Number(parts) === Number(part)
}

async function compileAndSave(
  name: string,
  { library, casebook, ...rest }: Workspace,
  brief: Brief,
): Promise<void> {
  const template = unwrap(findTemplate(library, brief.template))
  const today = host.today()
  const model = buildModel({ casebook, library, template, brief, today, atlas: () => success(atlas()) })
  const headings = model.ok ? expectedHeadings(model.value) : []
  save(name, await compileBrief({ library, casebook, ...rest }, brief, host), headings)
}

function save(name: string, rendered: Outcome<RenderedPdf>, headings: string[]): void {
  if (!rendered.ok) {
    failed++
    console.log(`${name} could not be rendered: ${rendered.diagnostics.map((one) => one.message).join('; ')}`)
    return
  }
  writeFileSync(join(folder, `${name}.pdf`), rendered.value.bytes)
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ headings }))
}
