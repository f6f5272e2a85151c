/** A field of the casebook or template, `{{deal.stake}}`, wherever it stands in a text. */
const field = /(\{\{[^{}\n]+\}\})/g

/**
 * Marks that stand for fields while Markdown is read or written, which would read them letter by letter. It takes the
 * marks for letters, as it takes those that the engine puts there when it runs the fields, so what stands beside a field
 * is read alike in both.
 */
export interface FieldMarks {
  hide(text: string): string
  show(text: string): string
}

/** Marks that are not in `text`, which is all that is read or written with them. */
export function fieldMarks(text: string): FieldMarks {
  const edge = freeLetter(text)
  const sources: string[] = []
  const hide = (source: string) => `${edge}${sources.push(source) - 1}${edge}`
  const mark = new RegExp(`${edge}(\\d+)${edge}`, 'g')
  return {
    hide: (text) => text.replace(field, hide),
    show: (text) => text.replace(mark, (_, index: string) => sources[Number(index)] ?? ''),
  }
}

/** The pieces of a text, fields apart from what stands between them; none is empty. */
export function splitAtFields(text: string): { text: string; isField: boolean }[] {
  return text
    .split(field)
    .map((piece, index) => ({ text: piece, isField: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** A letter for private use that the text does not use. */
function freeLetter(text: string): string {
  let code = 0xf000
  while (text.includes(String.fromCharCode(code))) code++
  return String.fromCharCode(code)
}
