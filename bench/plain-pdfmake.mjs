import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'

const fontFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'fonts')

/**
 * What `write-content.ts` wrote: a definition for plain pdfmake and the font folders of its two families.
 *
 * @typedef {{ definition: import('pdfmake/interfaces.js').TDocumentDefinitions, fonts: Record<string, string> }} Content
 */

/** @param {string} file @returns {Content} */
export function readContent(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {Content['fonts']} fonts */
export function registerFonts(fonts) {
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder))
  for (const [family, folder] of Object.entries(fonts)) {
    const face = (/** @type {string} */ name) => join(fontFolder, folder, `${name}.ttf`)
    const faces = {
      normal: face('normal'),
      bold: face('bold'),
      italics: face('italics'),
      bolditalics: face('bolditalics'),
    }
    pdfmake.addFonts({ [family]: faces })
  }
}

/**
 * One PDF, as pdfmake is used by itself. It writes on the definition, so each call needs a new one.
 *
 * @param {Content['definition']} definition
 * @returns {Promise<Uint8Array>}
 */
export function makePlainPdf(definition) {
  return pdfmake.createPdf(definition).getBuffer()
}
