import { Document, isScalar, Scalar, visit } from 'yaml'
import { briefFields } from './fields.js'
import type { Brief } from './types.js'

/** A brief as YAML that always comes out the same: fields in a fixed order, text of several lines as it is read. */
export function formatBrief(brief: Brief): string {
  const fields = briefFields.flatMap((name): [string, unknown][] => {
    const value = brief[name]
    const isEmpty = value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
    return isEmpty ? [] : [[name, value]]
  })
  const document = new Document(Object.fromEntries(fields), { schema: 'core' })
  visit(document, (_, node) => {
    if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n'))
      node.type = Scalar.BLOCK_LITERAL
  })
  // Folding would change where the lines of a paragraph end each time it is saved.
  return document.toString({ lineWidth: 0 })
}
