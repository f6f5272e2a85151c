import { helperName, isScoped, originNamed } from '../parse/index.js'
import { markPlace } from '../writing/index.js'

/** Helpers that only `instrument` writes; `$` keeps them apart from what an author can write. */
export const inner = {
  print: '$print',
  raw: '$raw',
  get: '$get',
  find: '$find',
  scope: '$scope',
  section: '$section',
} as const

/**
 * Rewrites a tree so that every value is looked up and printed by the engine:
 *
 * - `{{deal.stake}}` becomes `{{$print ($get deal "stake")}}`: claims stay claims until they are printed, and a
 *   name that is not there is reported with its place instead of printing nothing;
 * - `{{#deals}}`, a block that is no helper, becomes `{{#$section deals}}`;
 * - `{{> head title="…"}}` becomes `{{> head ($scope this title="…")}}`: Handlebars would copy the arguments into the context.
 *
 * - with `hasPlaces`, each line of text has a mark that says where it is written.
 *
 * The tree given is changed. `isHelper` says which names are helpers, `printsFigure` which of them print the number given.
 */
export function instrument(
  tree: hbs.AST.Program,
  isHelper: (name: string) => boolean,
  printsFigure: (name: string) => boolean,
  hasPlaces = false,
): hbs.AST.Program {
  const blockParams: string[][] = []
  visitProgram(tree)
  return tree

  function visitProgram(program: hbs.AST.Program): void {
    blockParams.push(program.blockParams ?? [])
    program.body = program.body.map(visitStatement)
    blockParams.pop()
  }

  function visitStatement(statement: hbs.AST.Statement): hbs.AST.Statement {
    switch (statement.type) {
      case 'MustacheStatement': {
        const mustache = statement as hbs.AST.MustacheStatement
        const value = callOrValue(mustache.path, mustache.params, mustache.hash, mustache)
        return {
          ...mustache,
          path: helperPath(mustache.escaped ? inner.print : inner.raw, mustache),
          params: [value],
          hash: noHash,
        } as hbs.AST.MustacheStatement
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement
        const name = helperName(block.path)
        if (name === undefined || isBlockParam(name) || !isHelper(name)) {
          block.params = [valueFor(block.path)]
          block.path = helperPath(inner.section, block)
        } else block.params = block.params.map(valueFor)
        visitHash(block.hash)
        if (block.program) visitProgram(block.program)
        if (block.inverse) visitProgram(block.inverse)
        return block
      }
      case 'PartialStatement':
      case 'PartialBlockStatement': {
        const partial = statement as hbs.AST.PartialStatement
        const pairs = partial.hash?.pairs ?? []
        const context = partial.params[0] ? valueFor(partial.params[0]) : thisPath(partial)
        visitHash(partial.hash)
        partial.params =
          pairs.length > 0
            ? [call(inner.scope, [context], partial, partial.hash)]
            : partial.params.length > 0
              ? [context]
              : []
        partial.hash = noHash
        if (statement.type === 'PartialBlockStatement') {
          visitProgram((statement as hbs.AST.PartialBlockStatement).program)
        }
        return partial
      }
      case 'ContentStatement':
        if (hasPlaces) placeLines(statement as unknown as Content)
        return statement
      case 'DecoratorBlock':
        visitInline((statement as hbs.AST.DecoratorBlock).program)
        return statement
      default:
        return statement
    }
  }

  /** Handlebars does not hand block parameters on to a partial in the text. */
  function visitInline(program: hbs.AST.Program): void {
    const outside = blockParams.splice(0)
    visitProgram(program)
    blockParams.push(...outside)
  }

  function visitHash(hash: hbs.AST.Hash | undefined): void {
    for (const pair of hash?.pairs ?? []) pair.value = valueFor(pair.value)
  }

  function callOrValue(
    path: hbs.AST.Expression,
    params: hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
  ): hbs.AST.Expression {
    const name = helperName(path)
    if (name !== undefined && !isBlockParam(name) && isHelper(name)) {
      visitHash(hash)
      const values = printsFigure(name) ? params.map(withDigits) : params
      return call(name, values.map(valueFor), node, hash)
    }
    return valueFor(path)
  }

  function valueFor(expression: hbs.AST.Expression): hbs.AST.Expression {
    if (expression.type === 'SubExpression') {
      const sub = expression as hbs.AST.SubExpression
      return callOrValue(sub.path, sub.params, sub.hash, sub)
    }
    // Among values there is one kind of nothing.
    if (expression.type === 'NullLiteral') return { ...expression, type: 'UndefinedLiteral' }
    if (expression.type !== 'PathExpression') return expression
    const path = expression as hbs.AST.PathExpression
    const parts = path.parts as string[]
    if (path.data) {
      const [head = '', ...rest] = parts
      return rest.length === 0
        ? path
        : get({ ...path, parts: [head], original: `@${head}` } as hbs.AST.PathExpression, rest, path)
    }
    const [head, ...rest] = parts
    if (head === undefined) return path
    if (path.depth === 0 && !isScoped(path) && isBlockParam(head)) {
      if (rest.length === 0) return path
      return get({ ...path, parts: [head], original: head } as hbs.AST.PathExpression, rest, path)
    }
    const base = {
      ...path,
      parts: [],
      original: path.depth > 0 ? '..' : 'this',
    } as unknown as hbs.AST.PathExpression
    if (isScoped(path) || path.depth > 0) return get(base, parts, path)
    return call(inner.find, [base, ...parts.map((part) => stringLiteral(part, path))], path)
  }

  function isBlockParam(name: string): boolean {
    return blockParams.some((names) => names.includes(name))
  }
}

interface Content {
  value: string
  loc: hbs.AST.SourceLocation
}

/**
 * Puts a mark before the first word of each line, or the first figure of a table's row. It stands where Markdown takes
 * it for a letter: after a space, a star or at the start, and in no line that has a directive, an address or HTML.
 */
function placeLines(content: Content): void {
  const { start } = content.loc
  const origin = originNamed(content.loc.source)
  // A section and a passage keep their lines, so Markdown can tell the places of theirs.
  if (!('file' in origin)) return
  content.value = content.value
    .split('\n')
    .map((text, index) => {
      if (/^\s*::|:\/\/|www\.|mailto:|</.test(text)) return text
      const word = (/^\s*\|/.test(text) ? /(?<=[\s*_])[\p{L}\p{N}]/u : /(?:^|(?<=[\s*_]))\p{L}/u).exec(text)
      if (!word) return text
      const column = (index === 0 ? start.column : 0) + word.index + 1
      const mark = markPlace({ ...origin, line: start.line + index, column })
      return text.slice(0, word.index) + mark + text.slice(word.index)
    })
    .join('\n')
}

/** A number as it is written, for a helper that prints it: `3.0` is not 3, and there are more digits than a double has. */
function withDigits(expression: hbs.AST.Expression): hbs.AST.Expression {
  if (expression.type !== 'NumberLiteral') return expression
  return stringLiteral(String((expression as hbs.AST.NumberLiteral).original), expression)
}

const noHash = undefined as unknown as hbs.AST.Hash

function get(base: hbs.AST.Expression, names: string[], at: hbs.AST.Node): hbs.AST.Expression {
  return call(inner.get, [base, ...names.map((name) => stringLiteral(name, at))], at)
}

function call(
  name: string,
  params: hbs.AST.Expression[],
  at: hbs.AST.Node,
  hash?: hbs.AST.Hash,
): hbs.AST.Expression {
  return {
    type: 'SubExpression',
    path: helperPath(name, at),
    params,
    hash,
    loc: at.loc,
  } as hbs.AST.SubExpression
}

function helperPath(name: string, at: hbs.AST.Node): hbs.AST.PathExpression {
  return {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc: at.loc,
  } as unknown as hbs.AST.PathExpression
}

function thisPath(at: hbs.AST.Node): hbs.AST.PathExpression {
  return {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [],
    original: 'this',
    loc: at.loc,
  } as unknown as hbs.AST.PathExpression
}

function stringLiteral(value: string, at: hbs.AST.Node): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc: at.loc } as hbs.AST.StringLiteral
}
