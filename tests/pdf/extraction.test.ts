import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Inline } from '../../engine/document/index.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { readPdf } from '../engine/read-pdf.js'
import { freshFolder } from '../host/fresh-folder.js'
import { readTagged, saidIn } from '../tagged/read-tagged.js'
import { host, model, theme } from './samples.js'

/** Letters that a font may draw as one, accents, dashes, marks of French and figures. */
const specimen =
  'An official affluent fjord: fifth flow, off-film Thirty “fi” ‘fl’ – Œuvre naïve, l’été où Noël, « oui » 1 234,5 % 40–60 km² …'

const bare = (text: string): string => text.replace(/\s/gu, '')

describe.each(['agency', 'ministry'] as const)('the text of a document in the theme %s', (id) => {
  it('comes back letter by letter from every face, by three readers', async () => {
    const faces: Inline[] = [
      {},
      { bold: true },
      { italic: true },
      { bold: true, italic: true },
      { code: true },
    ].map((look) => ({ type: 'text', text: specimen, ...look }))
    const blocks = faces.map((face) => ({ type: 'paragraph' as const, content: [face] }))
    const rendered = await renderPdf(model(blocks, { footer: '' }), theme(id), host)
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
    const { bytes } = rendered.value
    const expected = bare(specimen).repeat(faces.length)
    expect(bare(saidIn(readTagged(bytes).root))).toBe(expected)
    expect(bare((await readPdf(bytes)).pages[0]?.text ?? '')).toContain(expected)
    if (spawnSync('pdftotext', ['-v']).error) {
      console.log('skipped: pdftotext is not installed')
      return
    }
    const file = join(freshFolder(), 'a.pdf')
    writeFileSync(file, bytes)
    const read = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
    expect(bare(read)).toContain(expected)
  })
})
