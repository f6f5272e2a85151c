import { writeYaml } from '../yaml/index.js'
import { briefFields } from './fields.js'
import type { Brief } from './types.js'

/** A brief as YAML that always comes out the same: fields in a fixed order, text of several lines as it is read. */
export function formatBrief(brief: Brief): string {
  const fields = briefFields.flatMap((name): [string, unknown][] => {
    const value = brief[name]
    const isEmpty = value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
    return isEmpty ? [] : [[name, value]]
  })
  return writeYaml(Object.fromEntries(fields))
}
