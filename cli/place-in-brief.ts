import { isMap, isScalar, LineCounter, type Node, parseDocument, Scalar } from 'yaml'
import type { Diagnostic, Place, SourceFile } from '../engine/base/index.js'
import type { Setting } from './settings.js'

/** A diagnostic that may be about an option of the command line and not about a file. */
export interface Finding extends Diagnostic {
  /** As it was given: `--set deal`. */
  option?: string
}

/**
 * Puts the places that the engine gives within a brief, `parameters/<name>` and `narrative/<id>`, where the user
 * wrote them: on a line of the brief's file, or on the command line. Other diagnostics are as they were.
 */
export function placeInBrief(
  diagnostics: Diagnostic[],
  file: SourceFile | undefined,
  settings: Setting[],
): Finding[] {
  let spots: Spots | undefined
  return diagnostics.map((one) => {
    if (one.code === 'template/unknown' && file && !one.at) return { ...one, at: placeOfTemplate(file) }
    const [part, name] = one.at?.file.split('/', 2) ?? []
    if (!one.at || name === undefined || (part !== 'parameters' && part !== 'narrative')) return one
    const isOption = part === 'parameters' && settings.some((setting) => setting.name === name)
    if (file && !isOption) {
      // Only of a brief that could be read: this does not bound how deep it nests.
      spots ??= findSpots(file)
      return { ...one, at: spots(part, name, one.at) }
    }
    const { at: _, ...rest } = one
    return part === 'parameters' ? { ...rest, option: `--set ${name}` } : rest
  })
}

type Spots = (part: 'parameters' | 'narrative', name: string, at: Place) => Place

function findSpots(file: SourceFile): Spots {
  const lines = new LineCounter()
  const { contents } = parseDocument(file.text, { lineCounter: lines })
  const start = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0)
  return (part, name, at) => {
    const section = pairOf(contents, part)
    const pair = pairOf(section?.value, name)
    const { line, col } = start(pair?.key ?? section?.key)
    if (part === 'parameters' || !isScalar(pair?.value)) return { file: file.path, line, column: col }
    const text = pair.value
    const opens = start(text)
    if (text.type !== Scalar.BLOCK_LITERAL && text.type !== Scalar.BLOCK_FOLDED) {
      // On one line as a rule, and after a quotation mark if there is one.
      const before = opens.col - 1 + (text.type === Scalar.PLAIN ? 0 : 1)
      return {
        file: file.path,
        line: opens.line + at.line - 1,
        column: at.column + (at.line === 1 ? before : 0),
      }
    }
    // A block's text begins on the line after its mark, and is indented.
    const firstLine = file.text.split('\n')[opens.line] ?? ''
    const indent = firstLine.length - firstLine.trimStart().length
    return { file: file.path, line: opens.line + at.line, column: indent + at.column }
  }
}

function placeOfTemplate(file: SourceFile): Place {
  const lines = new LineCounter()
  const { contents } = parseDocument(file.text, { lineCounter: lines })
  const value = pairOf(contents, 'template')?.value as Node | undefined
  const { line, col } = lines.linePos(value?.range?.[0] ?? 0)
  return { file: file.path, line, column: col }
}

function pairOf(node: unknown, name: string) {
  if (!isMap(node)) return undefined
  return node.items.find(({ key }) => isScalar(key) && key.value === name)
}
