import { isMap } from 'yaml'
import { remembered } from '../base/index.js'
import { editFields, isSameData } from '../yaml/index.js'
import { briefFields } from './fields.js'
import { formatBrief } from './format-brief.js'
import { readBrief, withoutGaps } from './parse-brief.js'
import type { Brief } from './types.js'

/** While a brief is written, each text is the one before the next. */
const read = remembered<ReturnType<typeof readBrief>>(2)

/**
 * The text of a brief's file, changed to say `brief`.
 *
 * Only what differs from what the text says is written anew, as its author wrote it: comments, the order of fields,
 * quotation marks, anchors and every byte around it stay. A field that is new comes in the usual order, a section at the
 * end. A text that is no brief, or is written in a manner that is not known here, becomes what `formatBrief` gives.
 */
export function editBrief(text: string, brief: Brief): string {
  const before = briefOf(text)
  const root = before && read(text, () => readAnew(text)).yaml?.root
  if (!before || !isMap(root)) return formatBrief(brief)
  if (isSame(before, brief)) return text
  const edited = editFields(text, root, { ...before }, { ...withoutGaps(brief) }, briefFields)
  const after = edited === undefined ? undefined : briefOf(edited)
  return edited !== undefined && after && isSame(after, brief) ? edited : formatBrief(brief)
}

function briefOf(text: string): Brief | undefined {
  const { brief } = read(text, () => readAnew(text))
  return brief.ok ? brief.value : undefined
}

function readAnew(text: string) {
  return readBrief({ path: '', text })
}

function isSame(one: Brief, other: Brief): boolean {
  return isSameData(withoutGaps(one), withoutGaps(other))
}
