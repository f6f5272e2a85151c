import { nearest } from '../../base/index.js'
import { inlineName } from '../parse/index.js'
import { any, keyOfShape, type ValueShape } from '../values/index.js'
import { shapeOf } from './check-calls.js'
import { blockData } from './check-paths.js'
import { type CheckScope, type InlinePartial, inContext, inlinesGiven, withBlock } from './check-scope.js'
import { type Checking, treeOf } from './checking.js'

/** `{{> name}}` or `{{#> name}} … {{/name}}`. */
export type AnyPartial = Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash' | 'loc'> & {
  type: string
  program?: hbs.AST.Program
}

/** More calls of partials than these tell nothing new. */
const mostCalls = 3000

/** Follows a call of a partial with what it is given. */
export function checkPartial(checking: Checking, partial: AnyPartial, scope: CheckScope): void {
  const given = partial.params.map((param) => shapeOf(checking, param, scope))
  const pairs = partial.hash?.pairs ?? []
  const named = pairs.map((pair) => [pair.key, shapeOf(checking, pair.value, scope)] as const)
  const context = given[0] ?? scope.contexts.at(-1) ?? checking.top
  const here: ValueShape =
    named.length > 0 ? { type: 'scope', name: 'this', names: new Map(named), outer: context } : context
  const block = partial.program && { program: partial.program, scope }
  if (partial.name.type !== 'PathExpression') {
    checking.report.add('template/unsupported', 'the name of a partial has to be written out', partial)
  } else {
    const name = String((partial.name as hbs.AST.PathExpression).original)
    followName(checking, name, partial, here, block, scope)
  }
  // The text between its tags is read even where the partial does not print it.
  if (block) call(checking, block.program, withinAnything(scope), partial, undefined)
}

/** A partial in the text: one that is called is read with what it is given, its helpers are looked at in any case. */
export function checkInline(checking: Checking, block: hbs.AST.DecoratorBlock, scope: CheckScope): void {
  const name = inlineName(block)
  if (name === undefined) {
    const message = 'a partial in the text is written `{{#*inline "name"}}`'
    checking.report.add('template/unsupported', message, block)
    return
  }
  const inline = scope.inlines.get(name)
  if (inline) call(checking, inline.program, withinAnything(inline.scope), block, name)
}

/** Reads the template within its layout. */
export function checkBody(checking: Checking, scope: CheckScope): void {
  const tree = treeOf(checking, checking.body)
  if (!tree) return
  const { block: _, ...outside } = scope
  call(checking, tree, { ...outside, params: [], isTrusted: false }, tree, '@body')
}

function followName(
  checking: Checking,
  name: string,
  node: AnyPartial,
  here: ValueShape,
  block: InlinePartial | undefined,
  scope: CheckScope,
): void {
  const { report } = checking
  if (name === `@${blockData}`) {
    if (scope.block) {
      const { program, scope: around } = scope.block
      call(checking, program, inContext(around, here), node, name)
    } else if (!scope.hasBlock) {
      report.add('template/no-block', 'no text is given here for `{{> @partial-block}}`', node, [
        'call the partial as `{{#> name}} … {{/name}}`, or write `{{#if @partial-block}}` around it',
      ])
    }
    return
  }
  if (name === '@body') {
    if (!scope.isLayout) report.add('template/misplaced', '`{{> @body}}` stands outside a layout', node)
    else {
      checking.hasBody = true
      checkBody(checking, { ...scope, contexts: [here], isLayout: false })
    }
    return
  }
  const inline = scope.inlines.get(name)
  if (inline) {
    // One that is called within itself is found by what is open here.
    const inside = { ...inContext(inline.scope, here), open: scope.open }
    call(checking, inline.program, withBlock(inside, block), node, name)
    return
  }
  followPart(checking, name, node, here, block, scope)
}

/** A partial of the library. */
function followPart(
  checking: Checking,
  name: string,
  node: AnyPartial,
  here: ValueShape,
  block: InlinePartial | undefined,
  scope: CheckScope,
): void {
  const { parts, report } = checking
  const part = parts.partials.get(name)
  if (!part) {
    const known = [...scope.inlines.keys(), ...parts.partials.keys()]
    // `{{#> name}}` prints its own text where there is no such partial.
    const isFallback = block !== undefined && nearest(name, known) === undefined
    if (!isFallback)
      report.addUnknown('template/unknown-partial', `no partial \`${name}\``, { name, known }, node)
    return
  }
  for (const fault of part.faults) report.keep(fault)
  const tree = treeOf(checking, part)
  if (!tree) return
  const inside: CheckScope = {
    contexts: [withArguments(here, part.arguments)],
    params: [],
    inlines: new Map([...scope.inlines, ...(block ? inlinesGiven(block) : [])]),
    isTrusted: part.isTrusted,
    isLayout: false,
    open: scope.open,
  }
  call(checking, tree, withBlock(inside, block), node, name)
}

/** Reads a partial's text with the names that it sees from here. */
function call(
  checking: Checking,
  program: hbs.AST.Program,
  scope: CheckScope,
  node: hbs.AST.Node,
  name: string | undefined,
): void {
  const { called, report } = checking
  if (scope.open.includes(program)) {
    if (name !== undefined && name !== `@${blockData}`) {
      report.add('template/partial-cycle', `the partial \`${name}\` calls itself`, node, [
        'use `{{#each}}` to repeat something',
      ])
    }
    return
  }
  const idOf = (one: hbs.AST.Program) => idOfProgram(checking, one)
  const key = [
    idOf(program),
    scope.contexts.map(keyOfShape).join('/'),
    scope.block ? idOf(scope.block.program) : '',
    [...scope.inlines.values()].map((one) => idOf(one.program)).join(),
  ].join(' ')
  if (called.has(key) || called.size >= mostCalls) return
  called.add(key)
  checking.visit(program, { ...scope, open: [...scope.open, program] })
}

function idOfProgram({ programIds }: Checking, program: hbs.AST.Program): number {
  const id = programIds.get(program) ?? programIds.size
  programIds.set(program, id)
  return id
}

/** Where nothing is known of `this`. */
function withinAnything(scope: CheckScope): CheckScope {
  return { ...scope, contexts: [...scope.contexts, any] }
}

/** Names that a partial knows though the call may not give them. */
function withArguments(here: ValueShape, names: readonly string[]): ValueShape {
  if (names.length === 0) return here
  const isGiven = here.type === 'scope' && here.outer !== undefined
  const given = isGiven ? here.names : new Map<string, ValueShape>()
  const known = new Map([...names.map((name) => [name, any] as const), ...given])
  return { type: 'scope', name: 'this', names: known, outer: isGiven && here.outer ? here.outer : here }
}
