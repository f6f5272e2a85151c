import { type Diagnostic, nearest, placeKey, type TextPlace } from '../../base/index.js'
import { placeOfNode } from '../parse/index.js'

/** What a check has found, each fault once: a partial that is called twice has its faults once. */
export interface FaultReport {
  /** In the order in which they were found. */
  readonly found: ReadonlyMap<string, Diagnostic>
  keep(fault: Diagnostic): void
  add(code: string, message: string, node: hbs.AST.Node, hints?: string[]): void
  /** A name that is not there: with the nearest that is, else with `otherwise`. */
  addUnknown(code: string, message: string, name: Unknown, at: hbs.AST.Node | TextPlace): void
}

export interface Unknown {
  name: string
  known: Iterable<string>
  /** Hints where no name is near. */
  otherwise?: string[]
}

export function emptyReport(): FaultReport {
  const found = new Map<string, Diagnostic>()
  const keep = (fault: Diagnostic): void => {
    const { code, message, at } = fault
    const key = `${at && placeKey(at)} ${code} ${message}`
    if (!found.has(key)) found.set(key, fault)
  }
  return {
    found,
    keep,
    add(code, message, node, hints = []) {
      keep({ severity: 'error', code, message, hints, at: placeOfNode(node) })
    },
    addUnknown(code, message, { name, known, otherwise = [] }, at) {
      const guess = nearest(name, known)
      const hints = guess ? [`did you mean \`${guess}\`?`] : otherwise
      keep({ severity: 'error', code, message, hints, at: 'loc' in at ? placeOfNode(at) : at })
    },
  }
}
