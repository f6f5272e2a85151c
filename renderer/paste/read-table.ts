import type { JSONContent } from '@tiptap/core'
import { onOneLine, type Place } from './flow.js'
import { styleOf } from './style-of.js'

type ReadBlocks = (nodes: Iterable<Node>, place: Place) => JSONContent[]

interface Cell {
  content: JSONContent[]
  align: string | null
}

/**
 * A table of lines: what a cell holds is put on one, and merged cells leave empty ones where they reached. A table of one
 * cell is a frame, and one that holds another table a page's layout: of those only what stands in them is read.
 */
export function readTable(table: HTMLTableElement, place: Place, readBlocks: ReadBlocks): JSONContent[] {
  const caption = [...table.children].filter(({ localName }) => localName === 'caption')
  const before = caption.flatMap((element) => readBlocks(element.childNodes, place))
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const cells = rows.flatMap(cellsOf)
  if (cells.length < 2 || table.querySelector('table'))
    return [...before, ...cells.flatMap((cell) => readBlocks(cell.childNodes, place))]
  const grid = fillGrid(rows, (cell) => ({
    content: onOneLine(readBlocks(cell.childNodes, place)),
    align: alignmentOf(cell),
  }))
  if (!grid) return [...before, ...cells.flatMap((cell) => readBlocks(cell.childNodes, place))]
  const said = grid.filter((row) => row.some(({ content }) => content.length > 0))
  if (said.length === 0) return before
  return [...before, { type: 'table', content: said.map(toRow) }]
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th')
}

/** More is no table that anyone reads, and spans could make it grow without bound. */
const mostColumns = 100
const mostCells = 20_000

/** The cells at their places, with empty ones where merged cells reach; nothing where it would be too large. */
function fillGrid(rows: Element[], read: (cell: Element) => Cell): Cell[][] | undefined {
  if (gridSize(rows) > mostCells) return undefined
  const empty: Cell = { content: [], align: null }
  /** How many rows more each column is covered by a cell above. */
  const covered: number[] = []
  const grid = rows.map((row) => {
    const line: Cell[] = []
    const skip = () => {
      for (let left = covered[line.length] ?? 0; left > 0; left = covered[line.length] ?? 0) {
        covered[line.length] = left - 1
        line.push(empty)
      }
    }
    for (const cell of cellsOf(row)) {
      skip()
      const height = spanOf(cell, 'rowspan')
      const content = read(cell)
      let isFirst = true
      for (let width = spanOf(cell, 'colspan'); width > 0; width--) {
        covered[line.length] = height - 1
        line.push(isFirst ? content : empty)
        isFirst = false
      }
    }
    skip()
    return line
  })
  const width = Math.max(
    ...grid.map((line) => line.findLastIndex(({ content }) => content.length > 0) + 1),
    1,
  )
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? empty))
}

/** At most so many cells, merged ones counted as what they cover. */
function gridSize(rows: Element[]): number {
  const wide = rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0))
  return Math.max(...wide) > mostColumns ? Number.POSITIVE_INFINITY : rows.length * Math.max(...wide)
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return span >= 1 ? Math.min(span, mostCells) : 1
}

/** Of the cell, or of the paragraph in it, where word processors say it. Left is what a column has anyway. */
function alignmentOf(cell: Element): string | null {
  const paragraph = cell.querySelector('p, div')
  for (const element of paragraph ? [paragraph, cell] : [cell]) {
    const align = styleOf(element, 'text-align') || element.getAttribute('align')?.toLowerCase()
    if (align === 'right' || align === 'end') return 'right'
    if (align === 'center') return 'center'
  }
  return null
}

function toRow(line: Cell[], index: number, grid: Cell[][]): JSONContent {
  const isHead = index === 0
  return {
    type: 'tableRow',
    content: line.map(
      ({ content }, column): JSONContent => ({
        type: isHead ? 'tableHeader' : 'tableCell',
        attrs: { align: columnAlignment(grid, column) },
        content: [{ type: 'paragraph', content: isHead ? withoutBold(content) : content }],
      }),
    ),
  }
}

/** A column has one alignment, which is that of its first cell under the head. */
function columnAlignment(grid: Cell[][], column: number): string | null {
  return (grid[1] ?? grid[0])?.[column]?.align ?? null
}

/** A head is bold of itself. */
function withoutBold(content: JSONContent[]): JSONContent[] {
  return content.map((node) => {
    const marks = node.marks?.filter(({ type }) => type !== 'bold') ?? []
    return { ...node, marks: marks.length > 0 ? marks : undefined }
  })
}
