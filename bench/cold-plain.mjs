/** A program of its own that makes one PDF with plain pdfmake: `cold-plain.mjs CONTENT OUT`. */
import { writeFileSync } from 'node:fs'
import { makePlainPdf, readContent, registerFonts } from './plain-pdfmake.mjs'

const [contentFile = '', out = ''] = process.argv.slice(2)
const { definition, fonts } = readContent(contentFile)
registerFonts(fonts)
writeFileSync(out, await makePlainPdf(definition))
