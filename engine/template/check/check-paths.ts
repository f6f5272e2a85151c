import type { TextPlace } from '../../base/index.js'
import { isScoped, placeOfNode } from '../parse/index.js'
import { any, fieldShape, leaf, nameShape, topLevel, type ValueShape } from '../values/index.js'
import { type CheckScope, paramOf } from './check-scope.js'
import type { Checking } from './checking.js'

/** The names that Handlebars itself gives inside `each`. */
const dataNames = ['index', 'first', 'last', 'key', 'root']
export const blockData = 'partial-block'

/** What a path is. `asksForBlock` where `@partial-block` may stand, to ask whether there is one. */
export function shapeOfPath(
  checking: Checking,
  path: hbs.AST.PathExpression,
  scope: CheckScope,
  asksForBlock: boolean,
): ValueShape {
  const { casebook, report, top } = checking
  const names = (path.parts as string[]).map(String)
  const [head, ...rest] = names
  if (path.data) return shapeOfData(checking, path, names, asksForBlock)
  if (path.depth >= scope.contexts.length) {
    report.add('template/unknown-field', '`../` leads out of the text that it stands in', path, [
      'names of the top level need no `../`',
    ])
    return any
  }
  const here = scope.contexts.at(-1 - path.depth) ?? any
  if (head === undefined) return here
  if (path.depth > 0 || isScoped(path)) return follow(checking, here, names, path)
  const param = paramOf(head, scope)
  if (param) return follow(checking, param, rest, path)
  const own = nameShape(casebook, here, head, top)
  if (own.shape) return follow(checking, own.shape, rest, path)
  const known = [...scope.params.flatMap((one) => [...one.keys()]), ...own.known]
  const where =
    own.owner === 'here' || own.owner === topLevel || own.owner === '`this`' ? 'here' : `in ${own.owner}`
  const otherwise = ['a parameter has to be declared at the head of the template']
  report.addUnknown(
    'template/unknown-field',
    `no field \`${head}\` ${where}`,
    { name: head, known, otherwise },
    path,
  )
  return any
}

function shapeOfData(
  checking: Checking,
  path: hbs.AST.PathExpression,
  names: string[],
  asksForBlock: boolean,
): ValueShape {
  const { report, top } = checking
  const [head = '', ...rest] = names
  if (head === 'root') return follow(checking, top, rest, path)
  if (head === blockData) {
    if (!asksForBlock || rest.length > 0) {
      const message = '`@partial-block` can be printed by `{{> @partial-block}}` and by nothing else'
      report.add('template/argument', message, path)
    }
    return any
  }
  if (!dataNames.includes(head)) {
    const message = `no value \`@${head}\``
    report.addUnknown('template/unknown-field', message, { name: head, known: dataNames }, path)
    return any
  }
  return follow(checking, leaf, rest, path)
}

/** What stands at the end of a path of fields; `offset` is where it begins in text between quotation marks. */
export function follow(
  { casebook, report }: Checking,
  start: ValueShape,
  names: string[],
  node: hbs.AST.Node,
  offset?: number,
): ValueShape {
  let shape = start
  for (const name of names) {
    const next = fieldShape(casebook, shape, name)
    if (!next.shape) {
      const at = offset === undefined ? node : placeWithin(node, offset, names.join('.').length)
      const message = `no field \`${name}\` in ${next.owner}`
      report.addUnknown('template/unknown-field', message, { name, known: next.known }, at)
      return any
    }
    shape = next.shape
  }
  return shape
}

/** A stretch of a text that is written out between quotation marks on one line. */
function placeWithin(node: hbs.AST.Node, offset: number, length: number): TextPlace {
  const place = placeOfNode(node)
  const column = place.column + 1 + offset
  return { ...place, column, endColumn: column + length }
}
