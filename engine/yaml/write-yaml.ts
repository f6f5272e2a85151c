import { Document, isScalar, Scalar, visit, type YAMLMap } from 'yaml'

/** Data as YAML that always comes out the same, text of several lines as it is read. */
export function writeYaml(data: Record<string, unknown>): string {
  return written(data, (value) => value.includes('\n'))
}

/**
 * The same for between other lines: a text that keeps the empty lines at its end would keep those below it too, which
 * are there to set fields apart, and so it stands between quotation marks.
 */
export function writeYamlBetween(data: Record<string, unknown>): string {
  return written(data, (value) => value.includes('\n') && !keepsEnds(value))
}

function written(data: Record<string, unknown>, isInBlock: (value: string) => boolean): string {
  const document = new Document(data, { schema: 'core' })
  visit(document, (_, node) => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.value.includes('\n')) return
    node.type = isInBlock(node.value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE
  })
  // Folding would change where the lines of a paragraph end each time it is saved.
  return document.toString(onOneLine)
}

function keepsEnds(value: string): boolean {
  return /\n[ \t]*\n$/.test(value) || !/\S/.test(value)
}

const onOneLine = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY }

/** `name: value` on one line, for between brackets. */
export function writeInBrackets(name: string, value: unknown, isQuoted: boolean): string {
  if (isQuoted) return `${JSON.stringify(name)}: ${JSON.stringify(value)}`
  const document = new Document({ [name]: value }, { schema: 'core' })
  const map = document.contents as unknown as YAMLMap
  map.flow = true
  return document.toString(onOneLine).trim().slice(1, -1).trim()
}

export function writeGroupInBrackets(group: Record<string, unknown>, isQuoted: boolean): string {
  const fields = Object.entries(group).map(([name, value]) => writeInBrackets(name, value, isQuoted))
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}'
}

/** Where a scalar stands and how it was written, so that it is written like that again. */
export interface ScalarStyle {
  type: Scalar.Type | undefined
  /** As it stands in the file, from its first character to its last. */
  source: string
  /** Spaces before the lines of a text below that of its key, and spaces before the key. */
  step: number
  column: number
  isInBrackets: boolean
  hadLines: boolean
}

/** A scalar as the author wrote the one before it; a text with its first line break is written as it is read. */
export function writeScalar(value: string | boolean, style: ScalarStyle): string {
  if (typeof value === 'boolean') return String(value)
  const hasLines = value.includes('\n')
  if (style.isInBrackets) return inline(value, style.type, true)
  const isBlock = style.type === Scalar.BLOCK_LITERAL || style.type === Scalar.BLOCK_FOLDED
  if (isBlock || (hasLines && !style.hadLines)) {
    const comment = isBlock ? (/^[|>][-+\d]*([ \t]+#.*)?/.exec(style.source)?.[1] ?? '') : ''
    const block = style.type === Scalar.BLOCK_FOLDED ? folded(value, style) : literal(value, style)
    if (block) return block.replace('\n', `${comment}\n`)
  }
  return inline(value, style.type, false)
}

function inline(value: string, type: Scalar.Type | undefined, isInBrackets: boolean): string {
  if (value.includes('\n')) return JSON.stringify(value)
  const document = new Document({ k: value }, { schema: 'core' })
  const map = document.contents as unknown as YAMLMap<unknown, Scalar>
  map.flow = isInBrackets
  for (const { value: scalar } of map.items) {
    if (scalar)
      scalar.type = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE ? type : Scalar.PLAIN
  }
  const written = document.toString(onOneLine).trim()
  return (isInBrackets ? written.slice(1, -1).trim() : written).slice('k: '.length)
}

/** Nothing for a text that cannot stand so: it would lose what is at its ends. */
function literal(value: string, { source, step, column }: ScalarStyle): string | undefined {
  if (!/\S/.test(value) || /\n[\t ]+$/.test(value) || unwritable.test(value)) return undefined
  if (keepsEnds(value) && !/^\|\d?\+/.test(source)) return undefined
  const chomping = value.endsWith('\n\n') ? '+' : value.endsWith('\n') ? '' : '-'
  const indentation = /^\n* /.test(value) ? step : ''
  return indented(`|${indentation}${chomping}\n${value.replace(/\n$/, '')}`, step + column)
}

/** What YAML takes for an end of a line or for nothing, where it is not between quotation marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\r\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF]/

function folded(value: string, { column }: ScalarStyle): string | undefined {
  const scalar = new Scalar(value)
  scalar.type = Scalar.BLOCK_FOLDED
  const written = new Document({ k: scalar }, { schema: 'core' }).toString({ lineWidth: 80 })
  if (!written.startsWith('k: >')) return undefined
  return indented(written.slice('k: '.length).replace(/\n$/, ''), column)
}

/** An empty line stays one. */
export function indented(lines: string, column: number): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`)
}
