import type { Diagnostic, FileDiagnostic } from './diagnostic.js'

/** The longest message or hint that is told, in letters: some lines of a window. */
const longest = 1000

/**
 * A diagnostic whose sentences can be read at a glance. A name of thousands of letters, which a message quotes, is cut in
 * its middle: what was expected stands at the end.
 */
export function inShort<D extends FileDiagnostic | Diagnostic>(diagnostic: D): D {
  const { message, hints } = diagnostic
  if (message.length <= longest && hints.every((hint) => hint.length <= longest)) return diagnostic
  return { ...diagnostic, message: cut(message), hints: hints.map(cut) }
}

function cut(sentence: string): string {
  if (sentence.length <= longest) return sentence
  const end = longest / 4
  // No half of a pair at either side of the cut.
  const head = sentence.slice(0, longest - end).replace(/[\ud800-\udbff]$/, '')
  const tail = sentence.slice(-end).replace(/^[\udc00-\udfff]/, '')
  return `${head} … ${tail}`
}
