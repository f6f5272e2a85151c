import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPage {
  /** In points. */
  width: number
  height: number
  text: string
}

/** Reads a PDF back with a program that had no part in writing it. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[] }> {
  // A copy, for pdf.js takes the buffer away from who gives it.
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const content = await page.getTextContent()
    const text = content.items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
    pages.push({ width: right - left, height: top - bottom, text })
  }
  await document.destroy()
  return { pages }
}
