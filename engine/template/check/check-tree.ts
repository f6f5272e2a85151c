import {
  type Diagnostic,
  nearest,
  placeKey,
  remembered,
  type Severity,
  type TextPlace,
} from '../../base/index.js'
import type { Casebook } from '../../casebook/index.js'
import { type Helper, helpers } from '../helpers/index.js'
import {
  helperName,
  inlineName,
  isScoped,
  literalOf,
  type PartLibrary,
  parseSyntax,
  placeOfNode,
  type SourceText,
  startOfText,
  textKey,
} from '../parse/index.js'
import {
  any,
  fieldShape,
  itemOf,
  keyOfShape,
  leaf,
  nameShape,
  topLevel,
  type ValueShape,
} from '../values/index.js'
import { checkArgument } from './check-arguments.js'

/** What a check needs to know besides the text. */
export interface CheckScene {
  casebook: Casebook
  parts: PartLibrary
  /** Ids of the template's sections. */
  sections: readonly string[]
  top: ReadonlyMap<string, ValueShape>
  /** What `{{> @body}}` of a layout stands for. */
  body: SourceText
}

export interface CheckedSource {
  source: SourceText
  /** What `this` is, where it is not the top level. */
  here?: ValueShape
  isLayout?: boolean
}

/** The names that Handlebars itself gives inside `each`. */
const dataNames = ['index', 'first', 'last', 'key', 'root']
const blockData = 'partial-block'

/** More calls of partials than these tell nothing new. */
const mostCalls = 3000

/** `{{> name}}` or `{{#> name}} … {{/name}}`. */
type AnyPartial = Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash' | 'loc'> & {
  type: string
  program?: hbs.AST.Program
}

/** Where a stretch of text is read: what its names mean there. */
interface Scope {
  /** `this`, the innermost last. */
  contexts: readonly ValueShape[]
  params: readonly ReadonlyMap<string, ValueShape>[]
  inlines: ReadonlyMap<string, Inline>
  /** What `{{> @partial-block}}` stands for. */
  block?: Inline
  /** Stands where the block is known to be there: `{{#if @partial-block}}`. */
  hasBlock?: boolean
  isTrusted: boolean
  isLayout: boolean
  /** The programs that are being called: one that is called again would never end. */
  open: readonly hbs.AST.Program[]
}

/** A partial written in the text itself, with the names that it sees. */
interface Inline {
  program: hbs.AST.Program
  scope: Scope
}

/** The trees of texts of so many characters in all: most are those that were checked before. Only read here. */
const parsed = remembered<ReturnType<typeof parseSyntax>>(500_000, (key) => key.length)

/** Checks texts one after the other, following every call of a partial with what it is given. Each fault is told once. */
export function checkSources(sources: readonly CheckedSource[], scene: CheckScene): Diagnostic[] {
  const { casebook, parts, sections } = scene
  const top: ValueShape = { type: 'scope', name: topLevel, names: scene.top }
  const found = new Map<string, Diagnostic>()
  const visited = new Set<string>()
  const programIds = new Map<hbs.AST.Program, number>()
  let hasBody = false

  for (const { source, here = top, isLayout = false } of sources) {
    const tree = treeOf(source)
    const isTrusted = isTrustedPart(source)
    const scope: Scope = { contexts: [here], params: [], inlines: new Map(), isTrusted, isLayout, open: [] }
    hasBody = false
    if (isLayout) for (const fault of parts.layout?.faults ?? []) keep(fault)
    if (tree) visitProgram(tree, scope)
    if (isLayout && tree && !hasBody) {
      const at = startOfText(source)
      report('error', 'layout/no-body', 'the layout does not say where the text stands', at, [
        'write `{{> @body}}` on a line of its own',
      ])
      visitBody({ ...scope, isLayout: false })
    }
  }
  return [...found.values()]

  function visitProgram(
    program: hbs.AST.Program | undefined,
    outer: Scope,
    context?: ValueShape,
    shapes: readonly ValueShape[] = [],
  ): void {
    if (!program) return
    const names = program.blockParams ?? []
    const own = program.body.flatMap((statement): [string, hbs.AST.Program][] => {
      const name = inlineName(statement)
      return name === undefined ? [] : [[name, (statement as hbs.AST.DecoratorBlock).program]]
    })
    const scope: Scope = {
      ...outer,
      params: [...outer.params, new Map(names.map((name, index) => [name, shapes[index] ?? any]))],
      contexts: context ? [...outer.contexts, context] : outer.contexts,
    }
    const inlines = new Map(outer.inlines)
    // Handlebars does not hand block parameters on to a partial in the text.
    const seen = { ...scope, params: [], inlines }
    for (const [name, inside] of own) inlines.set(name, { program: inside, scope: seen })
    const inner = own.length > 0 ? { ...scope, inlines } : scope
    for (const statement of program.body) visitStatement(statement, inner)
  }

  function visitStatement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case 'MustacheStatement':
        visitMustache(statement as hbs.AST.MustacheStatement, scope)
        return
      case 'BlockStatement':
        visitBlock(statement as hbs.AST.BlockStatement, scope)
        return
      case 'PartialStatement':
      case 'PartialBlockStatement':
        visitPartial(statement as unknown as AnyPartial, scope)
        return
      case 'Decorator':
        add('template/unsupported', 'decorators (`{{* }}`) are not part of the template language', statement)
        return
      case 'DecoratorBlock':
        visitInline(statement as hbs.AST.DecoratorBlock, scope)
        return
      default:
    }
  }

  function visitMustache(mustache: hbs.AST.MustacheStatement, scope: Scope): void {
    if (!mustache.escaped && !scope.isTrusted) {
      add(
        'template/unescaped',
        '`{{{ }}}` prints without escaping, which only a partial marked `trusted` may',
        mustache,
        ['use `{{ }}`'],
      )
    }
    const shape = shapeOfCall(mustache.path, mustache.params, mustache.hash, mustache, 'inline', scope)
    const isNothing = shape.type === 'scope' && (shape.name === topLevel || !shape.names.has('title'))
    if (isNothing) add('template/argument', 'there is nothing here that could be printed', mustache)
  }

  function visitBlock(block: hbs.AST.BlockStatement, scope: Scope): void {
    const name = helperName(block.path)
    const helper = name === undefined ? undefined : helpers.get(name)
    const inside = { ...scope, hasBlock: scope.hasBlock || block.params.some(namesBlock) }
    if (helper) {
      const shapes = checkCall(helper, block.params, block.hash, block, 'block', scope)
      const body = helper.bodyOf?.(shapes)
      // Handlebars does not go a level down where `this` stays what it is.
      const isSame = body?.context === scope.contexts.at(-1)
      visitProgram(block.program, inside, isSame ? undefined : body?.context, body?.params ?? [])
    } else if (block.params.length > 0 || block.hash?.pairs.length) {
      for (const param of block.params) shapeOf(param, scope)
      for (const pair of block.hash?.pairs ?? []) shapeOf(pair.value, scope)
      unknownHelper(block.path, block)
      visitProgram(block.program, inside, any)
    } else {
      // `{{#deals}}`: once for each item of a list, else once with the value as `this`.
      const shape = shapeOf(block.path, scope)
      const item = shape.type === 'list' ? itemOf(shape) : shape
      visitProgram(block.program, inside, shape.type === 'leaf' ? undefined : item, [item, leaf])
    }
    visitProgram(block.inverse, scope)
  }

  function visitInline(block: hbs.AST.DecoratorBlock, scope: Scope): void {
    const name = inlineName(block)
    if (name === undefined) {
      add('template/unsupported', 'a partial in the text is written `{{#*inline "name"}}`', block)
      return
    }
    // One that is called is read with what it is given; the names of helpers are looked at in any case.
    const inline = scope.inlines.get(name)
    if (inline)
      call(inline.program, { ...inline.scope, contexts: [...inline.scope.contexts, any] }, block, name)
  }

  function visitPartial(partial: AnyPartial, scope: Scope): void {
    const given = partial.params.map((param) => shapeOf(param, scope))
    const named = (partial.hash?.pairs ?? []).map((pair) => [pair.key, shapeOf(pair.value, scope)] as const)
    const context = given[0] ?? scope.contexts.at(-1) ?? top
    const here: ValueShape =
      named.length > 0 ? { type: 'scope', name: 'this', names: new Map(named), outer: context } : context
    const block = partial.program && { program: partial.program, scope }
    if (partial.name.type !== 'PathExpression') {
      add('template/unsupported', 'the name of a partial has to be written out', partial)
    } else {
      const name = String((partial.name as hbs.AST.PathExpression).original)
      visitNamed(name, partial, here, block, scope)
    }
    // The text between its tags is read even where the partial does not print it.
    if (block) call(block.program, { ...scope, contexts: [...scope.contexts, any] }, partial, undefined)
  }

  function visitNamed(
    name: string,
    node: AnyPartial,
    here: ValueShape,
    block: Inline | undefined,
    scope: Scope,
  ): void {
    if (name === `@${blockData}`) {
      if (scope.block) {
        const { block: _, ...around } = scope.block.scope
        const outer = scope.block.scope.block
        const inside = { ...around, ...(outer ? { block: outer } : {}) }
        call(scope.block.program, inContext(inside, here), node, name)
      } else if (!scope.hasBlock) {
        add('template/no-block', 'no text is given here for `{{> @partial-block}}`', node, [
          'call the partial as `{{#> name}} … {{/name}}`, or write `{{#if @partial-block}}` around it',
        ])
      }
      return
    }
    if (name === '@body') {
      if (!scope.isLayout) add('template/misplaced', '`{{> @body}}` stands outside a layout', node)
      else {
        hasBody = true
        visitBody({ ...scope, contexts: [here], isLayout: false })
      }
      return
    }
    const inline = scope.inlines.get(name)
    if (inline) {
      // One that is called within itself is found by what is open here.
      const inside = { ...inContext(inline.scope, here), open: scope.open }
      call(inline.program, withBlock(inside, block), node, name)
      return
    }
    const part = parts.partials.get(name)
    if (!part) {
      const isFallback = block !== undefined && nearest(name, partialsKnown(scope)) === undefined
      // `{{#> name}}` prints its own text where there is no such partial.
      if (!isFallback) {
        addUnknown('template/unknown-partial', `no partial \`${name}\``, name, partialsKnown(scope), node)
      }
      return
    }
    for (const fault of part.faults) keep(fault)
    const tree = treeOf(part)
    if (!tree) return
    const inlines = block ? inlinesOf(block.program, block.scope) : new Map<string, Inline>()
    const inside: Scope = {
      contexts: [withArguments(here, part.arguments)],
      params: [],
      inlines: new Map([...scope.inlines, ...inlines]),
      isTrusted: part.isTrusted,
      isLayout: false,
      open: scope.open,
    }
    call(tree, withBlock(inside, block), node, name)
  }

  /** Reads a partial's text with the names that it sees from here. */
  function call(program: hbs.AST.Program, scope: Scope, node: hbs.AST.Node, name: string | undefined): void {
    if (scope.open.includes(program)) {
      if (name !== undefined && name !== `@${blockData}`) {
        add('template/partial-cycle', `the partial \`${name}\` calls itself`, node, [
          'use `{{#each}}` to repeat something',
        ])
      }
      return
    }
    const key = `${idOf(program)} ${scope.contexts.map(keyOfShape).join('/')} ${scope.block ? idOf(scope.block.program) : ''} ${[...scope.inlines.values()].map((one) => idOf(one.program)).join()}`
    if (visited.has(key) || visited.size >= mostCalls) return
    visited.add(key)
    visitProgram(program, { ...scope, open: [...scope.open, program] })
  }

  function visitBody(scope: Scope): void {
    const { body } = scene
    const tree = treeOf(body)
    const { block: _, ...outside } = scope
    if (tree) call(tree, { ...outside, params: [], isTrusted: false }, tree, '@body')
  }

  /** Checks a call against the helper's signature. Gives what is known of its values. */
  function checkCall(
    helper: Helper,
    given: hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
    form: 'inline' | 'value' | 'block',
    scope: Scope,
  ): ValueShape[] {
    const hint = `it is written \`{{${helper.signature}}}\``
    const takesBlockData = ['if', 'unless', 'and', 'or', 'not'].includes(helper.name)
    const shapes = given.map((one) => shapeOf(one, scope, takesBlockData))
    if (form === 'block' && helper.form === 'inline') {
      add('template/helper-form', `\`${helper.name}\` is not a block`, node, [hint])
    } else if (form !== 'block' && helper.form === 'block') {
      const message = `\`${helper.name}\` is a block and has to be opened with \`#\``
      add('template/helper-form', message, node, [hint])
    }
    const [least, most] = helper.takes
    if (given.length < least || given.length > most) {
      const wanted = least === most ? String(least) : `${least} to ${most}`
      const isField = given.length === 0 && form === 'inline'
      add(
        'template/argument',
        `\`${helper.name}\` takes ${wanted} ${wanted === '1' ? 'value' : 'values'}, found ${given.length}`,
        node,
        [...(isField ? [`for the field of that name write \`{{this.${helper.name}}}\``] : []), hint],
      )
    }
    const checks = {
      shapes,
      sections,
      add,
      checkPath: (owner: ValueShape, path: string, expression: hbs.AST.Expression, offset: number) => {
        follow(owner, path.split('.'), expression, offset)
      },
    }
    // A helper that takes any number of values takes them all of one kind.
    const rest = most >= 5 ? helper.params?.at(-1) : undefined
    for (const [index, expression] of given.entries()) {
      const kind = helper.params?.[index] ?? rest
      if (kind) checkArgument(kind, { name: helper.name, expression, shape: shapes[index] ?? any }, checks)
    }
    if (helper.name === 'section' && form !== 'block' && given[0] && literalOf(given[0]) !== undefined) {
      checkArgument('section', { name: helper.name, expression: given[0], shape: leaf }, checks)
    }
    for (const pair of hash?.pairs ?? []) {
      const shape = shapeOf(pair.value, scope)
      const isOpen = helper.named.includes('*')
      if (!isOpen && !helper.named.includes(pair.key)) {
        const message = `\`${helper.name}\` has no argument \`${pair.key}\``
        addUnknown('template/unknown-argument', message, pair.key, helper.named, pair)
        continue
      }
      if (isOpen && helper.kinds?.['*'] === 'field') follow(itemOf(shapes[0]), [pair.key], pair)
      const kind = Object.hasOwn(helper.kinds ?? {}, pair.key) ? helper.kinds?.[pair.key] : undefined
      if (kind) checkArgument(kind, { name: pair.key, expression: pair.value, shape }, checks)
    }
    return shapes
  }

  function shapeOfCall(
    path: hbs.AST.Expression,
    given: hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: hbs.AST.Node,
    form: 'inline' | 'value',
    scope: Scope,
  ): ValueShape {
    const name = helperName(path)
    const helper = name !== undefined && !paramOf(name, scope) ? helpers.get(name) : undefined
    if (helper) {
      const shapes = checkCall(helper, given, hash, node, form, scope)
      const fieldOf = (shape: ValueShape, words: string) =>
        words
          .split('.')
          .reduce<ValueShape>((owner, one) => fieldShape(casebook, owner, one).shape ?? any, shape)
      return helper.gives?.({ shapes, literals: given.map(literalOf), fieldOf }) ?? any
    }
    if (given.length === 0 && (hash?.pairs.length ?? 0) === 0 && form === 'inline')
      return shapeOf(path, scope)
    for (const one of given) shapeOf(one, scope)
    for (const pair of hash?.pairs ?? []) shapeOf(pair.value, scope)
    unknownHelper(path, node)
    return any
  }

  function shapeOf(expression: hbs.AST.Expression, scope: Scope, takesBlockData = false): ValueShape {
    if (expression.type === 'SubExpression') {
      const sub = expression as hbs.AST.SubExpression
      return shapeOfCall(sub.path, sub.params, sub.hash, sub, 'value', scope)
    }
    if (expression.type !== 'PathExpression') return leaf
    const path = expression as hbs.AST.PathExpression
    const names = (path.parts as string[]).map(String)
    const [head, ...rest] = names
    if (path.data) return shapeOfData(path, names, takesBlockData)
    if (path.depth >= scope.contexts.length) {
      add('template/unknown-field', '`../` leads out of the text that it stands in', path, [
        'names of the top level need no `../`',
      ])
      return any
    }
    const here = scope.contexts.at(-1 - path.depth) ?? any
    if (head === undefined) return here
    if (path.depth > 0 || isScoped(path)) return follow(here, names, path)
    const param = paramOf(head, scope)
    if (param) return follow(param, rest, path)
    const own = nameShape(casebook, here, head, top)
    if (own.shape) return follow(own.shape, rest, path)
    const known = [...scope.params.flatMap((one) => [...one.keys()]), ...own.known]
    const where =
      own.owner === 'here' || own.owner === topLevel || own.owner === '`this`' ? 'here' : `in ${own.owner}`
    addUnknown('template/unknown-field', `no field \`${head}\` ${where}`, head, known, path, [
      'a parameter has to be declared at the head of the template',
    ])
    return any
  }

  function shapeOfData(path: hbs.AST.PathExpression, names: string[], takesBlockData: boolean): ValueShape {
    const [head = '', ...rest] = names
    if (head === 'root') return follow(top, rest, path)
    if (head === blockData) {
      if (!takesBlockData || rest.length > 0) {
        add(
          'template/argument',
          '`@partial-block` can be printed by `{{> @partial-block}}` and by nothing else',
          path,
        )
      }
      return any
    }
    if (!dataNames.includes(head)) {
      addUnknown('template/unknown-field', `no value \`@${head}\``, head, dataNames, path)
      return any
    }
    return follow(leaf, rest, path)
  }

  function follow(start: ValueShape, names: string[], node: hbs.AST.Node, offset?: number): ValueShape {
    let shape = start
    for (const name of names) {
      const next = fieldShape(casebook, shape, name)
      if (!next.shape) {
        const at =
          offset === undefined ? placeOfNode(node) : placeWithin(node, offset, names.join('.').length)
        addUnknownAt('template/unknown-field', `no field \`${name}\` in ${next.owner}`, name, next.known, at)
        return any
      }
      shape = next.shape
    }
    return shape
  }

  function treeOf(source: SourceText): hbs.AST.Program | undefined {
    const { tree, fault } = parsed(textKey(source), () => parseSyntax(source))
    if (fault) keep(fault)
    return tree
  }

  function inlinesOf(program: hbs.AST.Program, scope: Scope): Map<string, Inline> {
    const inlines = new Map<string, Inline>()
    for (const statement of program.body) {
      const name = inlineName(statement)
      if (name !== undefined)
        inlines.set(name, {
          program: (statement as hbs.AST.DecoratorBlock).program,
          scope: { ...scope, params: [] },
        })
    }
    return inlines
  }

  function idOf(program: hbs.AST.Program): number {
    const id = programIds.get(program) ?? programIds.size
    programIds.set(program, id)
    return id
  }

  function partialsKnown(scope: Scope): string[] {
    return [...scope.inlines.keys(), ...parts.partials.keys()]
  }

  function unknownHelper(path: hbs.AST.Expression, node: hbs.AST.Node): void {
    const name = String((path as hbs.AST.PathExpression).original ?? 'this')
    addUnknown('template/unknown-helper', `no helper \`${name}\``, name, helpers.keys(), node)
  }

  function addUnknown(
    code: string,
    message: string,
    name: string,
    known: Iterable<string>,
    node: hbs.AST.Node,
    otherwise: string[] = [],
  ): void {
    addUnknownAt(code, message, name, known, placeOfNode(node), otherwise)
  }

  function addUnknownAt(
    code: string,
    message: string,
    name: string,
    known: Iterable<string>,
    at: TextPlace,
    otherwise: string[] = [],
  ): void {
    const guess = nearest(name, known)
    report('error', code, message, at, guess ? [`did you mean \`${guess}\`?`] : otherwise)
  }

  function add(code: string, message: string, node: hbs.AST.Node, hints: string[] = []): void {
    report('error', code, message, placeOfNode(node), hints)
  }

  function report(severity: Severity, code: string, message: string, at: TextPlace, hints: string[]): void {
    keep({ severity, code, message, hints, at })
  }

  /** A partial that is called twice has its faults once. */
  function keep(diagnostic: Diagnostic): void {
    const { code, message, at } = diagnostic
    const key = `${at && placeKey(at)} ${code} ${message}`
    if (!found.has(key)) found.set(key, diagnostic)
  }
}

function isTrustedPart(source: SourceText & { isTrusted?: boolean }): boolean {
  return source.isTrusted ?? false
}

/** Names that a partial knows though the call may not give them. */
function withArguments(here: ValueShape, names: readonly string[]): ValueShape {
  if (names.length === 0) return here
  const isGiven = here.type === 'scope' && here.outer !== undefined
  const given = isGiven ? here.names : new Map<string, ValueShape>()
  const known = new Map([...names.map((name) => [name, any] as const), ...given])
  return { type: 'scope', name: 'this', names: known, outer: isGiven && here.outer ? here.outer : here }
}

function paramOf(name: string, scope: Scope): ValueShape | undefined {
  return scope.params.findLast((names) => names.has(name))?.get(name)
}

function inContext(scope: Scope, here: ValueShape): Scope {
  return scope.contexts.at(-1) === here ? scope : { ...scope, contexts: [...scope.contexts, here] }
}

function withBlock({ block: _, hasBlock: __, ...scope }: Scope, block: Inline | undefined): Scope {
  return block ? { ...scope, block } : scope
}

/** Whether an expression asks if there is a partial block. */
function namesBlock(expression: hbs.AST.Expression): boolean {
  if (expression.type === 'SubExpression')
    return (expression as hbs.AST.SubExpression).params.some(namesBlock)
  return (
    expression.type === 'PathExpression' &&
    (expression as hbs.AST.PathExpression).original === `@${blockData}`
  )
}

/** A stretch of a text that is written out between quotation marks on one line. */
function placeWithin(node: hbs.AST.Node, offset: number, length: number): TextPlace {
  const place = placeOfNode(node)
  const column = place.column + 1 + offset
  return { ...place, column, endColumn: column + length }
}
