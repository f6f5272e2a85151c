import type { CST } from 'yaml'

/** How many lists and groups lie within each other where they are deepest. Does not itself call itself. */
export function depthOf(tokens: readonly CST.Token[]): number {
  let deepest = 0
  const open = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth })
    if (!('items' in token)) continue
    deepest = Math.max(deepest, depth + 1)
    for (const { key, value } of token.items)
      for (const part of [key, value]) if (part) open.push({ token: part, depth: depth + 1 })
  }
  return deepest
}
