import type { Diagnostic } from '../../base/index.js'
import type { Strip } from './strips.js'

export function tooTall([first]: readonly Strip[]): Diagnostic[] {
  if (!first) return []
  return [
    {
      severity: 'error',
      code: 'pdf/too-tall',
      message: 'a part of the document that must stay whole is taller than a page',
      hints: ['divide the table row or the box'],
      at: first.from,
    },
  ]
}
