import pdfDocument from 'pdfmake/js/PDFDocument.js'
import textInlines from 'pdfmake/js/TextInlines.js'

/** pdfmake is CommonJS made from ES modules: Node gives its exports as the default, bundlers unwrap them. */
function exported<T>(module: T): T {
  return (module as { default?: T }).default ?? module
}

export const PDFDocument = exported(pdfDocument)
export const TextInlines = exported(textInlines)
