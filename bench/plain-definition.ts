import type { Block, DocumentModel, Inline, Table } from '../engine/document/index.js'

/** A pdfmake node, as plain as it is: what a program would write that uses pdfmake by itself. */
type Plain = Record<string, unknown> | string

/**
 * The same words, tables and lists as `model`, as a definition for plain pdfmake.
 *
 * It has the model's page size, two columns where the model has them, and the same font files; no tags,
 * no balanced columns, no links between marks and sources, no kept headings. So it does less than the program does.
 */
export function plainDefinition(model: DocumentModel): Record<string, unknown> {
  const running = model.marking?.text ?? ''
  return {
    pageSize: model.page.size === 'A4' ? 'A4' : 'LETTER',
    pageOrientation: model.page.orientation,
    pageMargins: [50, 56, 50, 56],
    info: { title: model.title, author: model.author, subject: model.subject },
    defaultStyle: { font: 'Body', fontSize: 8.5, lineHeight: 1.1 },
    styles: {
      h1: { font: 'Heads', fontSize: 13, bold: true, margin: [0, 6, 0, 3] },
      h2: { font: 'Heads', fontSize: 11, bold: true, margin: [0, 5, 0, 2] },
      h3: { font: 'Heads', fontSize: 9.5, bold: true, margin: [0, 4, 0, 2] },
      title: { font: 'Heads', fontSize: 20, bold: true },
      small: { fontSize: 7 },
      caption: { fontSize: 8, bold: true, margin: [0, 4, 0, 2] },
    },
    header: { text: running, alignment: 'center', margin: [0, 24, 0, 0], bold: true },
    content: model.blocks.flatMap(plainBlock),
  }
}

function plainBlock(block: Block): Plain[] {
  switch (block.type) {
    case 'masthead':
      return [
        { text: block.kicker.toUpperCase(), bold: true },
        { text: plainText(block.title), style: 'title' },
        ...(block.subtitle ? [{ text: plainText(block.subtitle) }] : []),
        { text: block.particulars.flatMap((one) => [...plainText(one), '   ']), style: 'small' },
      ]
    case 'heading':
      return [{ text: plainText(block.content), style: `h${block.level}` }]
    case 'paragraph':
      return [{ text: plainText(block.content), margin: [0, 0, 0, 4] }]
    case 'list': {
      const items = block.items.map((item) => ({ stack: item.flatMap(plainBlock) }))
      return [block.ordered ? { ol: items, start: block.start } : { ul: items }]
    }
    case 'table':
      return plainTable(block)
    case 'callout': {
      const title = block.title ? [{ text: plainText(block.title), bold: true }] : []
      return [
        { table: { widths: ['*'], body: [[{ stack: [...title, ...block.blocks.flatMap(plainBlock)] }]] } },
      ]
    }
    case 'columns':
      return [{ columns: inColumns(block.blocks, block.count), columnGap: 16 }]
    case 'quote':
      return [{ stack: block.blocks.flatMap(plainBlock), margin: [16, 0, 0, 0] }]
    case 'rule':
      return [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0 }] }]
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }]
    case 'keepTogether':
      return block.blocks.flatMap(plainBlock)
    case 'sourceList': {
      const entries = block.entries.map((entry) => ({
        text: [`${entry.number}. `, ...plainText(entry.content)],
        style: 'small',
      }))
      return block.columns === 1 ? entries : [{ columns: halves(entries), columnGap: 16 }]
    }
    case 'statusKey':
      return [{ text: block.entries.map((entry) => `${entry.label}  `), style: 'small' }]
    case 'fields':
      return block.entries.map((entry) => ({ text: [`${entry.label} `, ...plainText(entry.content)] }))
    case 'landscape':
    case 'appendix':
      return block.blocks.flatMap(plainBlock)
    default:
      // The document that is measured has none of the rest.
      return []
  }
}

function plainTable(table: Table): Plain[] {
  const width = table.columns.length
  const row = (cells: Table['head'][number], bold: boolean) =>
    cells.flatMap((cell) => [
      { text: plainText(cell.content), bold, colSpan: cell.span ?? 1, style: 'small' },
      ...Array.from({ length: (cell.span ?? 1) - 1 }, () => ({ text: '' })),
    ])
  return [
    ...(table.caption ? [{ text: plainText(table.caption), style: 'caption' }] : []),
    {
      table: {
        headerRows: table.head.length,
        widths: Array.from({ length: width }, () => '*'),
        body: [
          ...table.head.map((cells) => row(cells, true)),
          ...table.rows.map((one) => row(one.cells, false)),
        ],
      },
      layout: 'lightHorizontalLines',
    },
    ...(table.note ? [{ text: plainText(table.note), style: 'small' }] : []),
  ]
}

function plainText(inlines: Inline[]): Plain[] {
  return inlines.flatMap((inline): Plain[] => {
    switch (inline.type) {
      case 'text':
        return [{ text: inline.text, bold: inline.bold === true, italics: inline.italic === true }]
      case 'citation':
        return [{ text: inline.numbers.join(','), sup: true }]
      case 'status':
        return [` (${inline.label})`]
      case 'link':
        return [{ text: plainText(inline.content), link: inline.address }]
      case 'foreign':
        return plainText(inline.content)
      case 'lineBreak':
        return ['\n']
      default:
        return []
    }
  })
}

/** pdfmake does not flow text from column to column, so the blocks are dealt out by how much text they hold. */
function inColumns(blocks: Block[], count: number): Plain[] {
  const sizes = blocks.map((block) => JSON.stringify(block).length)
  const share = sizes.reduce((sum, size) => sum + size, 0) / count
  const columns: Plain[][] = Array.from({ length: count }, () => [])
  let before = 0
  blocks.forEach((block, index) => {
    columns[Math.min(count - 1, Math.floor(before / share))]?.push(...plainBlock(block))
    before += sizes[index] ?? 0
  })
  return columns.map((stack) => ({ stack }))
}

function halves(entries: Plain[]): Plain[] {
  const middle = Math.ceil(entries.length / 2)
  return [{ stack: entries.slice(0, middle) }, { stack: entries.slice(middle) }]
}
