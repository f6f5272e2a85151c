/** A paragraph or item that stands at a level of a list, where the program did not nest it. */
export interface FlatItem {
  /** From 1. */
  level: number
  /** Its number, where the list is numbered. */
  number: number | undefined
  /** The nodes that it holds. */
  content: Node[]
}

/** Items that follow each other, as nested lists. An item that lacks those above it stands in the nearest there is. */
export function buildLists(items: FlatItem[], document: Document): Element[] {
  const lists: Element[] = []
  /** The lists that are open, from the outside in, each with its level. */
  const open: { level: number; list: Element; next: number }[] = []
  for (const { level, number, content } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    const isNumbered = last?.list.tagName === 'OL'
    const goesOn = last?.level === level && isNumbered === (number !== undefined)
    if (last && goesOn && (number === undefined || number === last.next)) last.next++
    else {
      if (last?.level === level) open.pop()
      const list = document.createElement(number === undefined ? 'ul' : 'ol')
      if (number !== undefined) list.setAttribute('start', String(number))
      const parent = open.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else lists.push(list)
      open.push({ level, list, next: (number ?? 0) + 1 })
    }
    const item = document.createElement('li')
    item.append(...content)
    open.at(-1)?.list.append(item)
  }
  return lists
}

/**
 * The number that a list's mark stands for (`4.`, `(iv)`, `d)`), or nothing for a bullet. A letter alone is one only
 * with a point or a bracket: Word's hollow bullet is an `o`.
 */
export function numberOfMark(mark: string): number | undefined {
  const [, digits, letters] = /^\(?(?:(?:\d+\.)*(\d+)|([a-z]{1,6}))[.):]*$/i.exec(mark) ?? []
  if (digits !== undefined) return Number(digits)
  if (letters === undefined || !/[.)]$/.test(mark)) return undefined
  return romanNumber(letters.toLowerCase()) ?? letterNumber(letters.toLowerCase())
}

/** Up to 39, and of single letters only those that open a list or are no likely letter of one: `i.`, `v.`, `x.`. */
function romanNumber(text: string): number | undefined {
  const [, tens = '', ones = ''] = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(text) ?? []
  const values = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
  const number = tens.length * 10 + values.indexOf(ones)
  return tens + ones === text && number > 0 ? number : undefined
}

function letterNumber(text: string): number | undefined {
  return text.length === 1 ? text.charCodeAt(0) - 96 : undefined
}
