import type { FieldPlace, SectionPlace } from '../base/index.js'
import type { Brief } from './types.js'

export function inField(field: keyof Brief): FieldPlace {
  return { field }
}

/** The beginning of a section, for what is wrong with the whole of it. */
export function startOfSection(section: string): SectionPlace {
  return { section, line: 1, column: 1 }
}
