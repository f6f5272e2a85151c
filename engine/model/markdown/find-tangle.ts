/**
 * How many pairs of signs of emphasis, strikes and brackets may stand in the same paragraphs of a text: three thousand in one
 * paragraph, or three hundred in each of a hundred. The parser compares each with those before it.
 */
const mostPairs = 9_000_000

/** A run of signs that the parser pairs with another. */
const run = /\*+|_+|~+|\[|\]/g

/** Lines that begin a block of their own, and so no part of the paragraph before them: cells and items are read apart. */
const ownBlock = /^[ \t]*(?:$|\||[-*+#>] |\d+[.)] |:::)/

/**
 * The line of `text`, counted from 1, on which a paragraph begins that holds more signs than the parser can pair in a few
 * seconds; `undefined` where there is none.
 */
export function findTangle(text: string): number | undefined {
  let pairs = 0
  let begin = 1
  let signs = 0
  for (const [index, line] of text.split('\n').entries()) {
    if (ownBlock.test(line)) {
      pairs += signs ** 2
      begin = index + (line.trim() === '' ? 2 : 1)
      signs = 0
    }
    signs += line.match(run)?.length ?? 0
    if (pairs + signs ** 2 > mostPairs) return begin
  }
  return undefined
}
