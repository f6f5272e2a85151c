/** A PDF as another program reads it back. Lengths in points from the page's top left corner. */
export interface PrintedDocument {
  pages: PrintedPage[]
  /** By name: where a link to it lands. */
  destinations: Map<string, { page: number; y: number }>
  fonts: PrintedFont[]
}

export interface PrintedPage {
  /** From 1. */
  number: number
  width: number
  height: number
  /** In the order in which they were drawn, which is that of reading. */
  texts: PrintedText[]
  links: PrintedLink[]
}

export interface PrintedText {
  text: string
  x: number
  /** Down to the line that the letters stand on. */
  baseline: number
  width: number
  size: number
  /** What it is part of: one heading, one paragraph, one cell; none for running matter. */
  block?: PrintedBlock
}

/** The same object for all that belongs together, also across columns and pages. */
export interface PrintedBlock {
  /** `H2`, `P`, `LBody`, `TD`, `Figure`… */
  role: string
}

export interface PrintedLink {
  /** Of the same document. */
  destination?: string
  address?: string
  text: string
}

export interface PrintedFont {
  name: string
  isEmbedded: boolean
  hasUnicode: boolean
}

/** Texts of one block that stand side by side. */
export interface PrintedLine {
  page: PrintedPage
  block: PrintedBlock | undefined
  texts: PrintedText[]
  x: number
  right: number
  baseline: number
  size: number
}

/** Lines in reading order, without running matter. Raised marks belong to the line that they stand on. */
export function linesOf({ pages }: PrintedDocument): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const page of pages) {
    let open: PrintedLine | undefined
    for (const text of page.texts) {
      if (!text.block) continue
      const isSameLine =
        open !== undefined &&
        open.page === page &&
        Math.abs(open.baseline - text.baseline) < Math.max(open.size, text.size) * 0.5 &&
        text.x < open.right + 12 &&
        text.x > open.x - 30
      if (open && isSameLine && (open.block === text.block || isLabel(open) || isMark(text.text))) {
        open.texts.push(text)
        open.right = Math.max(open.right, text.x + text.width)
        open.x = Math.min(open.x, text.x)
        if (text.size > open.size) Object.assign(open, { size: text.size, baseline: text.baseline })
        if (isLabel(open) && !isMark(text.text)) open.block = text.block
      } else {
        open = {
          page,
          block: text.block,
          texts: [text],
          x: text.x,
          right: text.x + text.width,
          baseline: text.baseline,
          size: text.size,
        }
        lines.push(open)
      }
    }
  }
  return lines
}

export function wordsOf(line: PrintedLine): string {
  return line.texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A list's bullet or number. */
function isMark(text: string): boolean {
  return /^(•|\d+\.)$/.test(text.trim())
}

function isLabel(line: PrintedLine): boolean {
  return line.texts.every(({ text }) => isMark(text))
}
