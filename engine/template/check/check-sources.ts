import type { Diagnostic } from '../../base/index.js'
import { helpers } from '../helpers/index.js'
import { helperName, type SourceText, startOfText } from '../parse/index.js'
import { any, itemOf, leaf, topLevel, type ValueShape } from '../values/index.js'
import { checkCall, checkUnknownCall, shapeOf, shapeOfCall } from './check-calls.js'
import { type AnyPartial, checkBody, checkInline, checkPartial } from './check-partials.js'
import { blockData } from './check-paths.js'
import { type CheckScope, scopeWithin } from './check-scope.js'
import { type Checking, type CheckScene, treeOf } from './checking.js'
import { emptyReport } from './fault-report.js'

export interface CheckedSource {
  source: SourceText & { isTrusted?: boolean }
  /** What `this` is, where it is not the top level. */
  here?: ValueShape
  isLayout?: boolean
  /** A partial by itself, which may be called with a text to print. */
  isPart?: boolean
}

/** Checks texts one after the other, following every call of a partial with what it is given. Each fault is told once. */
export function checkSources(sources: readonly CheckedSource[], scene: CheckScene): Diagnostic[] {
  const report = emptyReport()
  const checking: Checking = {
    ...scene,
    top: { type: 'scope', name: topLevel, names: scene.names },
    report,
    visit: (program, scope) => visitProgram(checking, program, scope),
    called: new Set(),
    programIds: new Map(),
    hasBody: false,
  }
  for (const one of sources) checkSource(checking, one)
  return [...report.found.values()]
}

function checkSource(checking: Checking, { source, here, isLayout = false, isPart }: CheckedSource): void {
  const { parts, report, top } = checking
  const tree = treeOf(checking, source)
  const scope: CheckScope = {
    contexts: [here ?? top],
    params: [],
    inlines: new Map(),
    isTrusted: source.isTrusted ?? false,
    isLayout,
    hasBlock: isPart,
    open: [],
  }
  checking.hasBody = false
  if (isLayout) for (const fault of parts.layout?.faults ?? []) report.keep(fault)
  if (!tree) return
  visitProgram(checking, tree, scope)
  if (!isLayout || checking.hasBody) return
  report.keep({
    severity: 'error',
    code: 'layout/no-body',
    message: 'the layout does not say where the text stands',
    hints: ['write `{{> @body}}` on a line of its own'],
    at: startOfText(source),
  })
  checkBody(checking, { ...scope, isLayout: false })
}

function visitProgram(
  checking: Checking,
  program: hbs.AST.Program | undefined,
  outer: CheckScope,
  context?: ValueShape,
  shapes?: readonly ValueShape[],
): void {
  if (!program) return
  const scope = scopeWithin(program, outer, context, shapes)
  for (const statement of program.body) visitStatement(checking, statement, scope)
}

function visitStatement(checking: Checking, statement: hbs.AST.Statement, scope: CheckScope): void {
  switch (statement.type) {
    case 'MustacheStatement':
      visitMustache(checking, statement as hbs.AST.MustacheStatement, scope)
      return
    case 'BlockStatement':
      visitBlock(checking, statement as hbs.AST.BlockStatement, scope)
      return
    case 'PartialStatement':
    case 'PartialBlockStatement':
      checkPartial(checking, statement as unknown as AnyPartial, scope)
      return
    case 'Decorator': {
      const message = 'decorators (`{{* }}`) are not part of the template language'
      checking.report.add('template/unsupported', message, statement)
      return
    }
    case 'DecoratorBlock':
      checkInline(checking, statement as hbs.AST.DecoratorBlock, scope)
      return
    default:
    // Text and comments say nothing that could be wrong.
  }
}

function visitMustache(checking: Checking, mustache: hbs.AST.MustacheStatement, scope: CheckScope): void {
  const { report } = checking
  if (!mustache.escaped && !scope.isTrusted) {
    const message = '`{{{ }}}` prints without escaping, which only a partial marked `trusted` may'
    report.add('template/unescaped', message, mustache, ['use `{{ }}`'])
  }
  const shape = shapeOfCall(checking, mustache, mustache, 'inline', scope)
  const isNothing = shape.type === 'scope' && (shape.name === topLevel || !shape.names.has('title'))
  if (isNothing) report.add('template/argument', 'there is nothing here that could be printed', mustache)
}

function visitBlock(checking: Checking, block: hbs.AST.BlockStatement, scope: CheckScope): void {
  const name = helperName(block.path)
  const helper = name === undefined ? undefined : helpers.get(name)
  const inside = { ...scope, hasBlock: scope.hasBlock || block.params.some(namesBlock) }
  if (helper) {
    const shapes = checkCall(checking, helper, block, block, 'block', scope)
    const body = helper.bodyOf?.(shapes)
    // Handlebars does not go a level down where `this` stays what it is.
    const isSame = body?.context === scope.contexts.at(-1)
    visitProgram(checking, block.program, inside, isSame ? undefined : body?.context, body?.params)
  } else if (block.params.length > 0 || block.hash?.pairs.length) {
    checkUnknownCall(checking, block, block, scope)
    visitProgram(checking, block.program, inside, any)
  } else {
    // `{{#deals}}`: once for each item of a list, else once with the value as `this`.
    const shape = shapeOf(checking, block.path, scope)
    const item = shape.type === 'list' ? itemOf(shape) : shape
    visitProgram(checking, block.program, inside, shape.type === 'leaf' ? undefined : item, [item, leaf])
  }
  visitProgram(checking, block.inverse, scope)
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
