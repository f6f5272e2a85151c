import type * as mdast from 'mdast'
import { type BlockContext, placeOf } from './block-context.js'
import { type Refusal, refusalOf } from './parse-markdown.js'

/** How many lists, quotes and marks may lie within each other: more than anybody means. */
const deepest = 100

const refusals: Record<Refusal, { message: string; hints: string[] }> = {
  deep: {
    message: `found lists, quotes or marks more than ${deepest} deep within each other`,
    hints: ['write it flat'],
  },
  tangled: {
    message: 'found more signs such as `*`, `_`, `~` and `[` in a paragraph than can be read, some thousands',
    hints: ['check where this text comes from', 'divide the paragraph'],
  },
}

/**
 * Whether a tree holds more than the parser or the stages after it follow, by calls within calls; if so, that is reported.
 * Does not itself call itself.
 */
export function isTooMuch(root: mdast.Root, context: BlockContext): boolean {
  const why = refusalOf(root) ?? (isTooDeep(root) ? 'deep' : undefined)
  if (!why) return false
  const at = placeOf(root, '', context)
  context.diagnostics.push({ severity: 'error', code: 'model/too-large', ...refusals[why], at })
  return true
}

function isTooDeep(root: mdast.Root): boolean {
  const open: { node: mdast.Node & { children?: mdast.Node[] }; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > deepest) return true
    for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 })
  }
  return false
}
