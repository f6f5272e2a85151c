import {
  linesOf,
  type PrintedDocument,
  type PrintedLine,
  type PrintedText,
  wordsOf,
} from './printed-document.js'

/** What is wrong with a document as printed: "page 2: …", with the words that it concerns. */
export type Findings = string[]

/** Where text may stand; lengths in points. */
export interface Margins {
  sides: number
  top: number
  foot: number
}

/** A heading needs two lines of what it heads under it. */
export function findStrandedHeadings(document: PrintedDocument): Findings {
  const lines = linesOf(document)
  return lines.flatMap((line, index) => {
    if (!isHeading(line) || lines[index + 1]?.block === line.block) return []
    const next = lines.slice(index + 1, index + 3)
    const follow = next.filter((one) => isBelow(line, one))
    const needed = Math.min(2, next.length)
    return follow.length >= needed && next.length > 0
      ? []
      : [`page ${line.page.number}: only ${follow.length} of 2 lines under the heading “${wordsOf(line)}”`]
  })
}

/** No line of a paragraph stands alone at the top or foot of a column. */
export function findLoneLines(document: PrintedDocument): Findings {
  const parts = new Map<object, PrintedLine[][]>()
  for (const line of linesOf(document)) {
    if (!line.block || line.block.role === 'Figure' || line.block.role === 'TD') continue
    const known = parts.get(line.block) ?? []
    const part = known.at(-1)
    const last = part?.at(-1)
    if (part && last && isBelow(last, line)) part.push(line)
    else known.push([line])
    parts.set(line.block, known)
  }
  return [...parts.values()].flatMap((columns) =>
    columns.length < 2
      ? []
      : columns
          .filter((lines) => lines.length === 1)
          .map(([line]) => `page ${line?.page.number}: the line “${line ? wordsOf(line) : ''}” stands alone`),
  )
}

export function findOutsideMargins(document: PrintedDocument, margins: Margins): Findings {
  const slack = 1
  return document.pages.flatMap(({ number, width, height, texts }) =>
    texts
      .filter((one) => one.block)
      .flatMap((one) => {
        const over = [
          one.x < margins.sides - slack ? 'left' : '',
          one.x + one.width > width - margins.sides + slack ? 'right' : '',
          one.baseline - one.size * 0.7 < margins.top - slack ? 'top' : '',
          one.baseline > height - margins.foot + slack ? 'foot' : '',
        ].filter((side) => side !== '')
        return over.length > 0
          ? [`page ${number}: “${one.text}” is outside the margin (${over.join(', ')})`]
          : []
      }),
  )
}

/** Raised marks aside, which stand above the line that they follow. */
export function findOverlaps(document: PrintedDocument): Findings {
  return document.pages.flatMap(({ number, texts }) => {
    const sorted = texts.map(boxOf).sort((one, other) => one.top - other.top)
    return sorted.flatMap((one, index) => {
      const found: string[] = []
      for (const other of sorted.slice(index + 1)) {
        if (other.top >= one.bottom) break
        const isAside = one.right <= other.left || other.right <= one.left
        if (!isAside) found.push(`page ${number}: “${one.text.text}” overlaps “${other.text.text}”`)
      }
      return found
    })
  })
}

export const smallestSize = 7

export function findSmallText(document: PrintedDocument): Findings {
  return document.pages.flatMap(({ number, texts }) =>
    texts
      .filter(({ size }) => size < smallestSize - 0.01)
      .map(({ text, size }) => `page ${number}: “${text}” is set in ${size.toFixed(2)} pt`),
  )
}

export function findEmptyEnd(document: PrintedDocument): Findings {
  const last = document.pages.at(-1)
  const count = linesOf(document).filter(({ page }) => page === last).length
  return count >= 3 ? [] : [`page ${last?.number}: the last page has ${count} lines`]
}

/** Each page says which one it is of how many, and carries the marking above and below its text. */
export function findUnmarkedPages(document: PrintedDocument, marking: string): Findings {
  const { pages } = document
  return pages.flatMap(({ number, height, texts }) => {
    const running = texts.filter((one) => !one.block)
    const words = running
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
    const marks = running.filter(({ text }) => text.includes(marking))
    return [
      ...(new RegExp(`Page ${number} (of|sur) ${pages.length}(?!\\d)`).test(words)
        ? []
        : [`page ${number}: has no number`]),
      ...(marks.some((one) => one.baseline < height / 2) ? [] : [`page ${number}: no marking at the top`]),
      ...(marks.some((one) => one.baseline > height / 2) ? [] : [`page ${number}: no marking at the foot`]),
    ]
  })
}

/** Every number that is cited is in the list of sources, and every source of the list is cited. */
export function findUnmatchedCitations(document: PrintedDocument): Findings {
  const cited = new Map<number, number>()
  for (const { number: page, links } of document.pages)
    for (const { destination, text } of links) {
      if (!destination?.startsWith('source-')) continue
      for (const number of numbersIn(text)) if (!cited.has(number)) cited.set(number, page)
    }
  const listed = [...document.destinations.keys()]
    .filter((name) => /^source-\d+$/.test(name))
    .map((name) => Number(name.slice('source-'.length)))
  return [
    ...[...cited]
      .filter(([number]) => !listed.includes(number))
      .map(([number, page]) => `page ${page}: cites ${number}, which is not in the list of sources`),
    ...listed.filter((number) => !cited.has(number)).map((number) => `source ${number} is cited nowhere`),
  ]
}

/** A link leads to an address or to a place in the document; a source's, to its number in the list. */
export function findDeadLinks(document: PrintedDocument): Findings {
  const dead = document.pages.flatMap(({ number, links }) =>
    links
      .filter(({ destination, address }) =>
        destination === undefined
          ? !/^(https?|mailto):/.test(address ?? '')
          : !document.destinations.has(destination),
      )
      .map(
        ({ text, destination, address }) =>
          `page ${number}: “${text}” leads nowhere (${destination ?? address})`,
      ),
  )
  const astray = [...document.destinations].flatMap(([name, { page, y }]) => {
    const label = /^source-(\d+)$/.exec(name)?.[1]
    const near = document.pages[page - 1]?.texts.filter(
      ({ baseline }) => baseline > y - 2 && baseline < y + 24,
    )
    if (label === undefined || near?.some(({ text }) => text.trim() === `${label}.`)) return []
    return [`page ${page}: links to source ${label} land away from it`]
  })
  return [...dead, ...astray]
}

export function findUnreadableFonts({ fonts }: PrintedDocument): Findings {
  return fonts.flatMap(({ name, isEmbedded, hasUnicode }) => [
    ...(isEmbedded ? [] : [`the font ${name} is not embedded`]),
    ...(hasUnicode ? [] : [`the font ${name} does not say which letters it draws`]),
  ])
}

export function auditDocument(
  document: PrintedDocument,
  { margins, marking }: { margins: Margins; marking: string },
): Findings {
  return [
    ...findStrandedHeadings(document),
    ...findLoneLines(document),
    ...findOutsideMargins(document, margins),
    ...findOverlaps(document),
    ...findSmallText(document),
    ...findEmptyEnd(document),
    ...findUnmarkedPages(document, marking),
    ...findUnmatchedCitations(document),
    ...findDeadLinks(document),
    ...findUnreadableFonts(document),
  ]
}

function isHeading({ block }: PrintedLine): boolean {
  return /^H\d$/.test(block?.role ?? '')
}

function isBelow(above: PrintedLine, below: PrintedLine): boolean {
  return above.page === below.page && below.baseline > above.baseline - 1
}

interface Box {
  text: PrintedText
  left: number
  right: number
  top: number
  bottom: number
}

/** The body of the letters, without the room above and below that other letters may reach into. */
function boxOf(text: PrintedText): Box {
  const { x, baseline, width, size } = text
  return { text, left: x + 0.4, right: x + width - 0.4, top: baseline - size * 0.5, bottom: baseline }
}

/** "3–5" are three sources, ",7" is one. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:\s*–\s*(\d+))?/g)].flatMap(([, first, last]) => {
    const start = Number(first)
    return Array.from({ length: Number(last ?? first) - start + 1 }, (_, index) => start + index)
  })
}
