import type { JSONContent } from '@tiptap/core'
import type { LeftOut } from './pasted.js'
import { raisedText } from './raised.js'

export type Mark = NonNullable<JSONContent['marks']>[number]

/** What stands around a node that is read. */
export interface Place {
  marks: readonly Mark[]
  isRaised: boolean
  /** Numbers of notes by the elements that are their marks. */
  notes: ReadonlyMap<Element, number>
  leftOut: LeftOut
}

/** Blocks that are read one after another, and the line that is not ended yet. */
export interface Flow {
  blocks: JSONContent[]
  line: JSONContent[]
}

export function newFlow(): Flow {
  return { blocks: [], line: [] }
}

/** Puts text at the end of the line. */
export function addText(flow: Flow, text: string, { marks, isRaised }: Place): void {
  if (text === '') return
  const shown = isRaised ? raisedText(text) : text
  flow.line.push({ type: 'text', text: shown, ...(marks.length > 0 ? { marks: [...marks] } : {}) })
}

/** Makes paragraphs of the line: two line breaks part them. */
export function endLine(flow: Flow): void {
  const { line } = flow
  flow.line = []
  let from = 0
  for (let index = 0; index <= line.length; index++) {
    const isEnd = index === line.length || (isBreak(line[index]) && isBreak(line[index + 1]))
    if (!isEnd) continue
    const content = tidyLine(line.slice(from, index))
    if (content.length > 0) flow.blocks.push({ type: 'paragraph', content })
    from = index + 1
  }
}

function isBreak(node: JSONContent | undefined): boolean {
  return node?.type === 'hardBreak'
}

/**
 * A line without spaces and breaks at its ends, and with one space where there are several. A space that does not break
 * is kept where it stands alone between words: it belongs to the text in `40 %`. In a row they only push it about.
 */
export function tidyLine(line: JSONContent[]): JSONContent[] {
  const tidy: JSONContent[] = []
  for (const node of line) {
    const last = tidy.at(-1)
    if (node.type !== 'text') {
      if (isBreak(node)) dropSpaceAtEnd(tidy)
      if (!(isBreak(node) && tidy.length === 0)) tidy.push(node)
      continue
    }
    let text = (node.text ?? '').replace(/[ \u00a0]{2,}/g, ' ')
    if (!last || isBreak(last)) text = text.replace(/^[ \u00a0]+/, '')
    else if (/[ \u00a0]$/.test(last.text ?? '')) {
      // Two that stand in two pieces are no less a row.
      const rest = text.replace(/^[ \u00a0]+/, '')
      if (rest !== text) last.text = (last.text ?? '').replace(/[ \u00a0]$/, ' ')
      text = rest
    }
    if (text === '') continue
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) last.text += text
    else tidy.push({ ...node, text })
  }
  while (isBreak(tidy.at(-1)) || /^[ \u00a0]*$/.test(tidy.at(-1)?.text ?? 'x')) tidy.pop()
  dropSpaceAtEnd(tidy)
  return tidy
}

function dropSpaceAtEnd(line: JSONContent[]): void {
  const last = line.at(-1)
  if (last?.type !== 'text') return
  const text = (last.text ?? '').replace(/[ \u00a0]+$/, '')
  if (text === '') line.pop()
  else last.text = text
}

/** Blocks as one line, for where no block can stand: what parted them is a space, and between items a semicolon. */
export function onOneLine(blocks: readonly JSONContent[]): JSONContent[] {
  const line: JSONContent[] = []
  for (const block of blocks) {
    const within = lineOf(block)
    if (line.length > 0 && within.length > 0) line.push({ type: 'text', text: ' ' })
    line.push(...within)
  }
  return tidyLine(line.map((node) => (isBreak(node) ? { type: 'text', text: ' ' } : { ...node })))
}

function lineOf(block: JSONContent): JSONContent[] {
  const content = block.content ?? []
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return content
    case 'bulletList':
    case 'orderedList':
    case 'tableRow':
      return content.flatMap((item, index) => [
        ...(index > 0 ? [{ type: 'text', text: '; ' }] : []),
        ...onOneLine(item.content ?? []),
      ])
    default:
      return onOneLine(content)
  }
}
