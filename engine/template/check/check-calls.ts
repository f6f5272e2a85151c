import { isBadDate } from '../../locale/index.js'
import { type Helper, helpers, type Kind } from '../helpers/index.js'
import { helperName, literalOf } from '../parse/index.js'
import { any, fieldShape, itemOf, leaf, type ValueShape } from '../values/index.js'
import { type ArgumentChecks, checkArgument } from './check-arguments.js'
import { follow, shapeOfPath } from './check-paths.js'
import { type CheckScope, paramOf } from './check-scope.js'
import type { Checking } from './checking.js'

/** What a tag is given: `{{name params… hash…}}`. */
export interface Given {
  path: hbs.AST.Expression
  params: hbs.AST.Expression[]
  hash?: hbs.AST.Hash
}

type Form = 'inline' | 'value' | 'block'

/** What is known of an expression, whose faults are reported on the way. */
export function shapeOf(
  checking: Checking,
  expression: hbs.AST.Expression,
  scope: CheckScope,
  asksForBlock = false,
): ValueShape {
  if (expression.type === 'SubExpression') {
    const sub = expression as hbs.AST.SubExpression
    return shapeOfCall(checking, sub, sub, 'value', scope)
  }
  if (expression.type !== 'PathExpression') return leaf
  return shapeOfPath(checking, expression as hbs.AST.PathExpression, scope, asksForBlock)
}

/** What is known of a tag, or of what stands between brackets. */
export function shapeOfCall(
  checking: Checking,
  given: Given,
  node: hbs.AST.Node,
  form: 'inline' | 'value',
  scope: CheckScope,
): ValueShape {
  const { path, params, hash } = given
  const name = helperName(path)
  const helper = name !== undefined && !paramOf(name, scope) ? helpers.get(name) : undefined
  if (helper) {
    const shapes = checkCall(checking, helper, given, node, form, scope)
    const fieldOf = (shape: ValueShape, words: string) =>
      words
        .split('.')
        .reduce<ValueShape>((owner, one) => fieldShape(checking.casebook, owner, one).shape ?? any, shape)
    return helper.gives?.({ shapes, literals: params.map(literalOf), fieldOf }) ?? any
  }
  if (params.length === 0 && !hash?.pairs.length && form === 'inline') return shapeOf(checking, path, scope)
  checkUnknownCall(checking, given, node, scope)
  return any
}

/** Reads what is given to a name that is no helper. */
export function checkUnknownCall(
  checking: Checking,
  { path, params, hash }: Given,
  node: hbs.AST.Node,
  scope: CheckScope,
): void {
  for (const one of params) shapeOf(checking, one, scope)
  for (const pair of hash?.pairs ?? []) shapeOf(checking, pair.value, scope)
  const name = String((path as hbs.AST.PathExpression).original ?? 'this')
  const known = helpers.keys()
  checking.report.addUnknown('template/unknown-helper', `no helper \`${name}\``, { name, known }, node)
}

/** Checks a call against the helper's signature. Gives what is known of its values. */
export function checkCall(
  checking: Checking,
  helper: Helper,
  given: Given,
  node: hbs.AST.Node,
  form: Form,
  scope: CheckScope,
): ValueShape[] {
  const shapes = given.params.map((one) => shapeOf(checking, one, scope, helper.asksForBlock))
  checkForm(checking, helper, node, form)
  checkCount(checking, helper, given.params.length, node, form)
  const checks: ArgumentChecks = {
    shapes,
    sections: checking.sections,
    add: checking.report.add,
    checkPath: (owner, path, expression, offset) => {
      follow(checking, owner, path.split('.'), expression, offset)
    },
  }
  for (const expression of [...given.params, ...(given.hash?.pairs ?? []).map(({ value }) => value)])
    checkDigits(helper.name, expression, checks)
  for (const [index, expression] of given.params.entries()) {
    const kind = kindOfValue(helper, index, form)
    const argument = { name: helper.name, expression, shape: shapes[index] ?? any }
    if (kind) checkArgument(kind, argument, checks)
    else checkDate(helper.name, expression, checks)
  }
  for (const pair of given.hash?.pairs ?? []) checkNamed(checking, helper, pair, scope, checks)
  return shapes
}

function kindOfValue({ params, inlineParams, rest }: Helper, index: number, form: Form): Kind | undefined {
  const kinds = form === 'block' ? params : (inlineParams ?? params)
  return kinds?.[index] ?? rest
}

function checkForm({ report }: Checking, { name, form, signature }: Helper, node: hbs.AST.Node, used: Form) {
  const hint = howToWrite(signature)
  if (used === 'block' && form === 'inline') {
    report.add('template/helper-form', `\`${name}\` is not a block`, node, [hint])
  } else if (used !== 'block' && form === 'block') {
    const message = `\`${name}\` is a block and has to be opened with \`#\``
    report.add('template/helper-form', message, node, [hint])
  }
}

function checkCount(
  { report }: Checking,
  { name, takes: [least, most], signature }: Helper,
  count: number,
  node: hbs.AST.Node,
  form: Form,
): void {
  if (count >= least && count <= most) return
  const wanted = least === most ? String(least) : `${least} to ${most}`
  const isField = count === 0 && form === 'inline'
  report.add(
    'template/argument',
    `\`${name}\` takes ${wanted} ${wanted === '1' ? 'value' : 'values'}, found ${count}`,
    node,
    [...(isField ? [`for the field of that name write \`{{this.${name}}}\``] : []), howToWrite(signature)],
  )
}

/** An argument given with `=`. */
function checkNamed(
  checking: Checking,
  { name, named, kinds = {} }: Helper,
  pair: hbs.AST.HashPair,
  scope: CheckScope,
  checks: ArgumentChecks,
): void {
  const shape = shapeOf(checking, pair.value, scope)
  const isOpen = named.includes('*')
  if (!isOpen && !named.includes(pair.key)) {
    const message = `\`${name}\` has no argument \`${pair.key}\``
    checking.report.addUnknown('template/unknown-argument', message, { name: pair.key, known: named }, pair)
    return
  }
  if (isOpen && kinds['*'] === 'field') follow(checking, itemOf(checks.shapes[0]), [pair.key], pair)
  const kind = Object.hasOwn(kinds, pair.key) ? kinds[pair.key] : undefined
  if (kind) checkArgument(kind, { name: pair.key, expression: pair.value, shape }, checks)
  else checkDate(name, pair.value, checks)
}

/** A number is read without the zeros that it begins with. */
function checkDigits(helper: string, expression: hbs.AST.Expression, { add }: ArgumentChecks): void {
  if (expression.type !== 'NumberLiteral') return
  const written = String((expression as hbs.AST.NumberLiteral).original)
  if (!/^-?0\d/.test(written)) return
  const hint = 'put it between quotation marks where its zeros count'
  add(
    'template/argument',
    `found \`${written}\` for \`${helper}\`, expected a number without zeros before it`,
    expression,
    [hint],
  )
}

/** Helpers that compare values, dates among them. */
const comparing = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'between', 'where']

/** What is written for a date, to be compared with dates, is one that the calendar has. */
function checkDate(helper: string, expression: hbs.AST.Expression, { add }: ArgumentChecks): void {
  const literal = literalOf(expression)
  if (typeof literal !== 'string' || !comparing.includes(helper) || !isBadDate(literal)) return
  const message = `found \`${literal}\` for \`${helper}\`, expected a date of the calendar like 2026-02-03`
  add('template/argument', message, expression)
}

function howToWrite(signature: string): string {
  return `it is written \`{{${signature}}}\``
}
