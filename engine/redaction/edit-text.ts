/** A stretch of a text to be taken out, with what stands there instead; offsets from 0, `end` not included. */
export interface Cut {
  start: number
  end: number
  instead?: string
}

export interface EditedText {
  text: string
  /** For each line of `text`, the line that it was; from 1. */
  lines: number[]
}

/**
 * Takes `cuts` out of a text, and lines of which nothing is left. Cuts may overlap; where they do, the earliest
 * says what stands there instead.
 */
export function editText({ text, lines }: EditedText, cuts: Cut[]): EditedText {
  const edited: EditedText = { text: '', lines: [] }
  const sorted = [...cuts].sort((one, other) => one.start - other.start || other.end - one.end)
  let open: { text: string; line: number | undefined; isCut: boolean } = begin()
  let line = 0
  let next = 0
  let skipTo = 0

  const put = (part: string): void => {
    open.text += part
    if (open.line === undefined && part.trim() !== '') open.line = lines[line]
  }
  const close = (): void => {
    if (open.isCut && open.text.trim() === '') return
    edited.text += open.text
    edited.lines.push(open.line ?? (lines[line] as number))
  }
  for (let at = 0; at < text.length; at++) {
    for (let cut = sorted[next]; cut && cut.start <= at; cut = sorted[next]) {
      if (cut.end > skipTo) {
        if (cut.start >= skipTo && cut.instead) put(cut.instead)
        skipTo = cut.end
      }
      if (cut.end > at) open.isCut = true
      next++
    }
    const letter = text[at] as string
    if (at >= skipTo) put(letter)
    if (at >= skipTo && letter === '\n') {
      close()
      open = begin()
    }
    if (letter === '\n') line++
  }
  if (open.text !== '') close()
  return edited
}

export function wholeText(text: string): EditedText {
  return { text, lines: text.split('\n').map((_, index) => index + 1) }
}

function begin() {
  return { text: '', line: undefined as number | undefined, isCut: false }
}
