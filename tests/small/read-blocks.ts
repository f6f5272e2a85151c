import type { Block, Inline } from '../../engine/document/index.js'

/** Text as a reader would see it: citations `[1,2]`, marks `(reported)`, bold `**`, spaces that do not break as plain ones. */
export function readInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          if (inline.struck) return `~~${inline.text}~~`
          if (inline.script) return inline.script === 'raised' ? `^${inline.text}^` : `~${inline.text}~`
          return inline.bold ? `**${inline.text}**` : inline.italic ? `*${inline.text}*` : inline.text
        case 'citation':
          return `[${inline.numbers.join(',')}]`
        case 'status':
          return `(${inline.label})`
        case 'lineBreak':
          return '/'
        case 'footnote':
          return `[^${inline.number}]`
        case 'reference':
          return `<${inline.id}: ${readInlines(inline.content)}>`
        default:
          return readInlines(inline.content)
      }
    })
    .join('')
    .replace(/[\u00a0\u202f]/g, ' ')
}

/** Each block as one line, its kind first. */
export function read(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
        return [`h${block.level} ${readInlines(block.content)}`]
      case 'paragraph':
        return [`p ${readInlines(block.content)}`]
      case 'table':
        return [
          `table ${block.number ?? ''} ${readInlines(block.caption ?? [])}`.trim(),
          ...[...block.head, ...block.rows.map((row) => row.cells)].map((cells) =>
            cells.map((cell) => readInlines(cell.content)).join(' | '),
          ),
        ]
      case 'list':
        return block.items.map((item, index) => {
          const isDone = block.tasks?.[index]
          const box = isDone === undefined ? '' : isDone ? '[x] ' : '[ ] '
          const label = block.delimiter ? `${block.start + index}${block.delimiter}` : '-'
          return `${label} ${box}${read(item).join(' ')}`
        })
      case 'sourceList':
        return block.entries.map((entry) => `${entry.number}. ${readInlines(entry.content)}`)
      case 'statusKey':
        return [`key ${block.entries.map((entry) => entry.label).join(', ')}`]
      case 'fields':
        return block.entries.map((entry) => `${entry.label}: ${readInlines(entry.content)}`)
      case 'masthead':
        return [
          `masthead ${block.kicker}: ${readInlines(block.title)}`,
          ...block.particulars.map(readInlines),
        ]
      case 'callout':
        return [`callout ${block.kind} ${readInlines(block.title ?? [])}`.trim(), ...read(block.blocks)]
      case 'image':
        return [
          `image ${block.number ?? ''} ${block.path} (${block.alt}) ${readInlines(block.caption ?? [])}`,
        ]
      case 'figure':
        return [`figure ${block.number ?? ''} ${block.spec.type} ${readInlines(block.caption ?? [])}`]
      case 'contents':
        return block.entries.map(
          (entry) => `${'.'.repeat(entry.level)} ${entry.id}: ${readInlines(entry.content)}`,
        )
      case 'figureList':
        return block.entries.map((entry) => `${entry.label} ${entry.id}: ${readInlines(entry.content)}`)
      case 'glossary':
        return block.entries.map((entry) => `${entry.term}: ${readInlines(entry.content)}`)
      case 'appendix':
        return [`${block.label}. ${readInlines(block.title)}`, ...read(block.blocks)]
      case 'landscape':
      case 'columns':
      case 'keepTogether':
      case 'quote':
        return [block.type, ...read(block.blocks)]
      default:
        return [block.type]
    }
  })
}
