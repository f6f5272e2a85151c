import type { Diagnostic } from '../../engine/base/index.js'

/** The longest sentence that is told, in letters; a path may be named on top of it. */
const longest = 1200

/** What is told must be a sentence with a place that there can be, whatever was found: throws where it is not. */
export function refuseUnsound({
  message,
  hints,
  code,
  at,
}: Pick<Diagnostic, 'message' | 'hints' | 'code' | 'at'>): void {
  const refuse = (what: string) => {
    throw new Error(`${code} ${what}: ${message.slice(0, 200)}`)
  }
  if (message.trim() === '') refuse('says nothing')
  if (message.length > longest) refuse(`says ${message.length} letters`)
  if (!Array.isArray(hints)) refuse('has no hints')
  for (const hint of hints) if (hint.length > longest) refuse(`has a hint of ${hint.length} letters`)
  if (!at || !('line' in at) || at.line === undefined) return
  const numbers = [at.line, at.column, at.endLine ?? at.line, at.endColumn ?? 1]
  if (!numbers.every((number) => Number.isInteger(number) && number >= 1))
    refuse(`is at ${numbers.join(':')}`)
}
