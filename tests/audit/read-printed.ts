import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {
  PrintedBlock,
  PrintedDocument,
  PrintedFont,
  PrintedLink,
  PrintedPage,
  PrintedText,
} from './printed-document.js'

/** Reads a PDF back with pdf.js, which had no part in writing it. */
export async function readPrinted(bytes: Uint8Array): Promise<PrintedDocument> {
  const objects = readObjects(bytes)
  const blocks = blocksByContent(objects)
  // A copy, for pdf.js takes the buffer away from who gives it.
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: PrintedPage[] = []
  const numberOf = new Map<number, number>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    if (page.ref) numberOf.set(page.ref.num, number)
    const [, , width = 0, height = 0] = page.view
    const texts: PrintedText[] = []
    const open: (PrintedBlock | undefined)[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop()
        else open.push(item.id ? blocks.get(item.id) : undefined)
        continue
      }
      const [a, b, , , x, y] = item.transform as number[]
      if (item.str.trim() === '' || a === undefined || b === undefined) continue
      const block = open.at(-1)
      texts.push({
        text: item.str,
        x: x ?? 0,
        baseline: height - (y ?? 0),
        width: item.width,
        size: Math.hypot(a, b),
        ...(block ? { block } : {}),
      })
    }
    const links = (await page.getAnnotations()).map((link): PrintedLink => {
      const { dest, url, unsafeUrl, overlaidText } = link
      const address = url ?? unsafeUrl
      return {
        text: overlaidText ?? '',
        ...(typeof dest === 'string' ? { destination: dest } : {}),
        ...(address ? { address } : {}),
      }
    })
    pages.push({ number, width, height, texts, links })
  }
  const destinations: PrintedDocument['destinations'] = new Map()
  for (const [name, target] of Object.entries(await pdf.getDestinations())) {
    const [ref, , , y] = target as [{ num: number }, unknown, number, number]
    const page = numberOf.get(ref.num)
    if (page !== undefined)
      destinations.set(name, { page, y: (pages[page - 1] as PrintedPage).height - (y ?? 0) })
  }
  await pdf.destroy()
  return { pages, destinations, fonts: fontsIn(objects) }
}

/** The dictionaries of the file by number: ours writes them in the clear. */
function readObjects(bytes: Uint8Array): Map<number, string> {
  const text = Buffer.from(bytes).toString('latin1')
  const found = text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n|\nendobj)/gm)
  return new Map([...found].map(([, number, body]) => [Number(number), body ?? '']))
}

const withinBlock = new Set(['Link', 'Span', 'Reference', 'Lbl'])

/** pdf.js tells the structure page by page; which parts are one paragraph across a page's end, only the file. */
function blocksByContent(objects: Map<number, string>): Map<string, PrintedBlock> {
  const elements = new Map<number, { role: string; parent: number; block: PrintedBlock; kids: string }>()
  for (const [number, body] of objects) {
    if (!/\/Type \/StructElem\b/.test(body)) continue
    const role = /\/S \/(\w+)/.exec(body)?.[1] ?? ''
    const parent = Number(/\/P (\d+) 0 R/.exec(body)?.[1] ?? -1)
    elements.set(number, { role, parent, block: { role }, kids: body })
  }
  const blocks = new Map<string, PrintedBlock>()
  for (const own of elements.values()) {
    let element = own
    for (let up = elements.get(element.parent); up && withinBlock.has(element.role); ) {
      element = up
      up = elements.get(element.parent)
    }
    for (const [mark] of own.kids.matchAll(/\/Type \/MCR[^>]*/g)) {
      const page = /\/Pg (\d+) 0 R/.exec(mark)?.[1]
      const content = /\/MCID (\d+)/.exec(mark)?.[1]
      blocks.set(`p${page}R_mc${content}`, element.block)
    }
  }
  return blocks
}

function fontsIn(objects: Map<number, string>): PrintedFont[] {
  return [...objects.values()]
    .filter((body) => /\/Type \/Font\b/.test(body) && !/\/Subtype \/CIDFontType\d/.test(body))
    .map((body) => {
      const descendant = objects.get(Number(/\/DescendantFonts \[(\d+) 0 R/.exec(body)?.[1])) ?? body
      const descriptor = objects.get(Number(/\/FontDescriptor (\d+) 0 R/.exec(descendant)?.[1])) ?? ''
      return {
        name: /\/BaseFont \/(\S+)/.exec(body)?.[1] ?? '',
        isEmbedded: /\/FontFile[23]? \d+ 0 R/.test(descriptor),
        hasUnicode: /\/ToUnicode \d+ 0 R/.test(body),
      }
    })
}
