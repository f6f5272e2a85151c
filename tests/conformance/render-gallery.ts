/**
 * Renders every template in every language, theme and size, with no parameter given, into the folder named; beside
 * them a watermarked, a numbered and a redacted document.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Brief } from '../../engine/brief/types.js'
import { compileBrief } from '../../engine/index.js'
import { createNodeHost, readWorkspace } from '../../host/index.js'
import { withInternal } from '../redaction/marked-casebook.js'

const [folder = 'out'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const workspace = readWorkspace()
if (!workspace.ok) throw new Error(JSON.stringify(workspace.diagnostics))
const host = createNodeHost({ today: '2026-03-01' })
const marked = withInternal(workspace.value, 'deals/manono-zijin', 'risks/r-court')
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
for (const template of workspace.value.library.templates.keys()) {
  for (const language of ['en', 'fr'] as const) {
    for (const theme of ['agency', 'ministry']) {
      for (const size of ['A4', 'Letter'] as const) {
        const name = `${template}-${language}-${theme}-${size}`
        // Characters that XML would take for its own, since the metadata is XML.
        const written = { marking: 'UNCLASSIFIED', from: 'Desk <A> & B', parameters: {}, narrative: {} }
        const brief = { template, language, theme, size, ...written }
        const rendered = await compileBrief(workspace.value, brief, host)
        if (rendered.ok) writeFileSync(join(folder, `${name}.pdf`), rendered.value.bytes)
        else {
          failed++
          console.log(
            `${name} could not be rendered: ${rendered.diagnostics.map((one) => one.message).join('; ')}`,
          )
        }
      }
    }
  }
}
for (const [name, brief] of protectedBriefs) {
  const rendered = await compileBrief(marked, { parameters: {}, narrative: {}, ...brief }, host)
  if (rendered.ok) writeFileSync(join(folder, `${name}.pdf`), rendered.value.bytes)
  else {
    failed++
    console.log(`${name} could not be rendered: ${JSON.stringify(rendered.diagnostics)}`)
  }
}
process.exitCode = failed > 0 ? 1 : 0
