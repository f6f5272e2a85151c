import type { Diagnostic } from './diagnostic.js'

/** How many faults of one kind of file are told at once. Nobody reads more, and who mends them asks again. */
const most = 1000

/** The first thousand of `faults`, and one that says how many more there are; `layer` as codes begin. */
export function fewFaults(faults: Diagnostic[], layer: string): Diagnostic[] {
  const left = faults.slice(most)
  const [first] = left
  if (!first) return faults
  const isError = left.some(({ severity }) => severity === 'error')
  const rest: Diagnostic = {
    severity: isError ? 'error' : 'warning',
    code: `${layer}/more-faults`,
    message: `there are ${left.length} more faults from here on`,
    hints: ['mend those before it first: many may come from one'],
    at: first.at,
  }
  return [...faults.slice(0, most), rest]
}
