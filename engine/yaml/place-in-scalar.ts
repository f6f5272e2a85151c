import { isScalar, type Node, Scalar } from 'yaml'
import type { FilePlace, Stretch } from '../base/index.js'
import { placeOf, type YamlFile } from './yaml-file.js'

/** A line of a text as its file has it: where it begins there, and what it says without being set in. */
interface WrittenLine {
  line: number
  column: number
  words: string
}

/**
 * Where a stretch of the text that stands at `node` is in the file. YAML reads lines that stand together as one,
 * but in a `|` block; they are taken apart again. Escapes in quotation marks are counted as what they stand for.
 */
export function placeInScalar(file: YamlFile, node: Node, stretch: Stretch): FilePlace {
  const opens = placeOf(file, node)
  if (!isScalar(node)) return opens
  const written = writtenLines(file, node, opens)
  const folds = node.type !== Scalar.BLOCK_LITERAL
  const { line, column, endLine, endColumn } = stretch
  const start = { file: file.path, ...spotIn(written, folds, line, column) }
  if (endLine === undefined || endColumn === undefined) return start
  const end = spotIn(written, folds, endLine, endColumn)
  return { ...start, endLine: end.line, endColumn: end.column }
}

function writtenLines({ text }: YamlFile, node: Scalar, opens: FilePlace): WrittenLine[] {
  const lines = text.split(/\r?\n/)
  if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
    // Begins on the line after its mark, and is set in as far as its first line is.
    const body = lines.slice(opens.line, opens.endLine)
    const indent = indentOf(body.find((words) => words.trim() !== '') ?? '')
    return body.map((words, index) => ({
      line: opens.line + 1 + index,
      column: indent + 1,
      words: words.slice(indent),
    }))
  }
  const first = opens.column - 1 + (node.type === Scalar.PLAIN ? 0 : 1)
  return lines.slice(opens.line - 1, opens.endLine).map((words, index) => {
    const indent = index === 0 ? first : indentOf(words)
    return { line: opens.line + index, column: indent + 1, words: words.slice(indent).trimEnd() }
  })
}

/** The spot in the file of a line and column of the text that YAML reads there. */
function spotIn(written: WrittenLine[], folds: boolean, line: number, column: number) {
  let [textLine, textColumn, blanks] = [1, 1, 0]
  let before: WrittenLine | undefined
  for (const one of written) {
    if (folds && one.words === '') {
      blanks += 1
      continue
    }
    if (before) {
      // Lines that are set in further keep their ends.
      const isKept = !folds || /^\s/.test(before.words) || /^\s/.test(one.words)
      const ends = blanks + (isKept ? 1 : 0)
      ;[textLine, textColumn] = ends > 0 ? [textLine + ends, 1] : [textLine, textColumn + 1]
    }
    const offset = column - textColumn
    if (textLine > line) break
    if (textLine === line && offset <= one.words.length)
      return { line: one.line, column: one.column + Math.max(0, offset) }
    textColumn += one.words.length
    blanks = 0
    before = one
  }
  const { line: last, column: start, words } = before ?? written[0] ?? { line: 1, column: 1, words: '' }
  return { line: last, column: start + words.length }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
