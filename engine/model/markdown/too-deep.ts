import type * as mdast from 'mdast'
import { type BlockContext, placeOf } from './block-context.js'
import { bottomless } from './parse-markdown.js'

/** How many lists, quotes and marks may lie within each other: more than anybody means. */
const deepest = 100

/**
 * Whether a tree nests deeper than the stages after it follow, by calls within calls; if so, that is reported. Does not
 * itself call itself.
 */
export function isTooDeep(root: mdast.Root, context: BlockContext): boolean {
  const open: { node: mdast.Node & { children?: mdast.Node[] }; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > deepest || node === bottomless) {
      context.diagnostics.push({
        severity: 'error',
        code: 'model/too-large',
        message: `found lists, quotes or marks more than ${deepest} deep within each other`,
        hints: ['write it flat'],
        at: placeOf(node, '', context),
      })
      return true
    }
    for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 })
  }
  return false
}
