import Handlebars from 'handlebars'
import { type Diagnostic, originOf, remembered, type TextOrigin, type TextPlace } from '../../base/index.js'

/** A stretch of Handlebars text: where it comes from, and the line there which it starts on. */
export type SourceText = TextOrigin & { text: string; line: number }

/** The same for texts that mean the same and stand in the same place. */
export function textKey(source: SourceText): string {
  return `${nameOf(source)}\n${source.line}\n${source.text}`
}

export function startOfText(source: SourceText): TextPlace {
  return { ...originOf(source), line: source.line, column: 1 }
}

/** More than any template has (T17): beyond them the parsing itself would take too long, or too much of the stack. */
const longest = 1_000_000
const deepest = 60

/**
 * Parses Handlebars. Places in the tree are those of the file: the text is moved down to its own line first.
 * Fails with `template/syntax`, or `template/too-large` for text that is longer or deeper than any template is.
 */
export function parseSyntax(source: SourceText): { tree?: hbs.AST.Program; fault?: Diagnostic } {
  const start = startOfText(source)
  if (source.text.length > longest) {
    return {
      fault: tooLarge(`the text has ${source.text.length} characters, at most ${longest} are read`, start),
    }
  }
  // Looked for before parsing too, which takes the longer the deeper it goes.
  if (depthOfText(source.text) > deepest) {
    return { fault: tooLarge(`tags stand in one another more than ${deepest} deep`, start) }
  }
  // Blank lines in front let the parser count the lines for us; they are taken off the tree again.
  const text = '\n'.repeat(source.line - 1) + source.text
  try {
    const tree = Handlebars.parseWithoutProcessing(text, { srcName: nameOf(source) })
    if (depthOf(tree) > deepest) {
      return { fault: tooLarge(`tags stand in one another more than ${deepest} deep`, start) }
    }
    keepDigits(tree, text)
    return { tree: withoutBlankLines(tree, source.line - 1) }
  } catch (error) {
    return { fault: describeFault(error as Error & { lineNumber?: number; column?: number }, source, text) }
  }
}

/** Handlebars keeps the name of a text with each of its nodes, and takes nothing but letters for it. */
function nameOf(source: SourceText): string {
  return JSON.stringify(originOf(source))
}

const origins = remembered<TextOrigin>(1000)

/** Read over and over while a template runs. */
export function originNamed(name: string): TextOrigin {
  return origins(name, () => JSON.parse(name))
}

function tooLarge(message: string, at: TextPlace): Diagnostic {
  return {
    severity: 'error',
    code: 'template/too-large',
    message,
    hints: ['take it apart into partials'],
    at,
  }
}

/** How deep the tags of a text seem to stand in one another; at most a little off where they do not match. */
function depthOfText(text: string): number {
  let depth = 0
  let most = 0
  for (const [tag, sign = ''] of text.matchAll(/\{\{+~?([#^/]?)[^{}]*/g)) {
    if (sign === '/') depth = Math.max(0, depth - 1)
    else if (sign === '#' || /^\{+~?\^\s*[^\s~}]/.test(tag)) depth += 1
    let open = 0
    for (const letter of tag) {
      if (letter === '(') open += 1
      else if (letter === ')') open -= 1
      most = Math.max(most, open)
    }
    most = Math.max(most, depth)
  }
  return most
}

/** How deep blocks and sub-expressions stand in one another. Not recursive, so that no text is too deep for it. */
function depthOf(tree: hbs.AST.Program): number {
  let deepestSeen = 0
  const open: { node: object; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    deepestSeen = Math.max(deepestSeen, depth)
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child !== 'object' || child === null) continue
        const { type } = child as { type?: string }
        const isLevel = type === 'Program' || type === 'SubExpression'
        open.push({ node: child as object, depth: isLevel ? depth + 1 : depth })
      }
    }
  }
  return deepestSeen
}

/** Has every number say in `original` how it is written: to Handlebars `3.0` is 3, and `00652` is 652. */
function keepDigits(tree: hbs.AST.Program, text: string): void {
  const lines = text.split('\n')
  const visitor = new Handlebars.Visitor()
  visitor.NumberLiteral = (literal) => {
    const { start, end } = literal.loc
    const written = lines[start.line - 1]?.slice(start.column, end.column)
    Object.assign(literal, { original: written ?? String(literal.value) })
  }
  visitor.accept(tree)
}

function withoutBlankLines(tree: hbs.AST.Program, count: number): hbs.AST.Program {
  const [first, ...rest] = tree.body
  if (first?.type !== 'ContentStatement' || count === 0) return tree
  const content = first as unknown as { value: string; original: string; loc: hbs.AST.SourceLocation }
  content.value = content.value.slice(count)
  content.original = content.original.slice(count)
  content.loc = { ...content.loc, start: { line: count + 1, column: 0 } }
  if (content.value === '') tree.body = rest
  return tree
}

/** A node's place; Handlebars counts columns from 0. */
export function placeOfNode(node: { loc: hbs.AST.SourceLocation }): TextPlace {
  return placeOfLocation(node.loc)
}

export function placeOfLocation(loc: hbs.AST.SourceLocation): TextPlace {
  return {
    ...originNamed(loc.source),
    line: loc.start.line,
    column: loc.start.column + 1,
    endLine: loc.end.line,
    endColumn: loc.end.column + 1,
  }
}

function describeFault(
  error: Error & { lineNumber?: number; column?: number },
  source: SourceText,
  text: string,
): Diagnostic {
  const { message } = error
  // Faults of the grammar come as text with a picture of the place, all others with a position.
  const grammar = /^(Parse|Lexical) error on line (\d+)[^\n]*\n(.*)\n(-*)\^/.exec(message)
  const line = grammar ? Number(grammar[2]) : (error.lineNumber ?? source.line)
  const column = grammar
    ? columnOfPicture(text, line, grammar[3] ?? '', (grammar[4] ?? '').length)
    : (error.column ?? 0) + 1
  return {
    severity: 'error',
    code: 'template/syntax',
    ...inWords(message),
    at: { ...originOf(source), line, column },
  }
}

/** The picture shows up to twenty characters before the fault, across line ends; the last of them are on its line. */
function columnOfPicture(text: string, line: number, picture: string, caret: number): number {
  const before = picture.slice(0, caret).replace(/^\.\.\./, '')
  const written = text.split('\n')[line - 1] ?? ''
  for (let start = 0; start < before.length; start++) {
    const found = written.indexOf(before.slice(start))
    if (found >= 0) return found + before.length - start + 1
  }
  return 1
}

function inWords(message: string): { message: string; hints: string[] } {
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message)
  if (mismatch) {
    return {
      message: `\`{{#${mismatch[1]}}}\` is closed by \`{{/${mismatch[2]}}}\``,
      hints: [`close it with \`{{/${mismatch[1]}}}\``],
    }
  }
  if (/got 'EOF'/.test(message)) {
    return {
      message: 'the text ends inside a tag or block',
      hints: ['close every `{{#block}}` with `{{/block}}` and every `{{` with `}}`'],
    }
  }
  if (/got 'OPEN_ENDBLOCK'/.test(message)) {
    return {
      message: 'a block is closed here that was not opened',
      hints: ['remove the `{{/…}}` or add its `{{#…}}`'],
    }
  }
  const found = /got '([^']+)'/.exec(message)
  if (found) {
    return {
      message: `found ${tokenInWords(found[1] ?? '')} where it cannot stand in a tag`,
      hints: ['write text after `\\{{` if it is not meant as a tag'],
    }
  }
  const first = message.split('\n')[0] ?? message
  return {
    message: first.charAt(0).toLowerCase() + first.slice(1),
    hints: ['compare with the examples in the template guide'],
  }
}

function tokenInWords(token: string): string {
  const words: Record<string, string> = {
    INVALID: 'a character',
    CLOSE: '`}}`',
    OPEN: '`{{`',
    ID: 'a name',
    SEP: '`.` or `/`',
    EQUALS: '`=`',
    STRING: 'a text in quotation marks',
    NUMBER: 'a number',
    CLOSE_SEXPR: '`)`',
    OPEN_SEXPR: '`(`',
    CLOSE_BLOCK_PARAMS: '`|`',
  }
  return words[token] ?? `\`${token.toLowerCase()}\``
}
