/** Notes of a document, apart from its text. */
export interface Notes {
  /** The number of the note that an element is the mark of. */
  numbers: ReadonlyMap<Element, number>
  /** What each note holds, in order of their first marks. */
  bodies: Element[]
}

/**
 * Takes footnotes and endnotes out of a document. Word, Writer, Google Docs and what makes HTML of Markdown all write them
 * as a pair of links: one from the text to the note, and after it one from the note back.
 */
export function takeNotes(document: Document): Notes {
  const links = [...document.body.querySelectorAll('a[href^="#"]')]
  const byName = new Map<string, Element>()
  for (const element of document.body.querySelectorAll('[id], a[name]'))
    for (const name of [element.id, element.getAttribute('name')])
      if (name && !byName.has(name)) byName.set(name, element)
  const places = new Map(links.map((link, index) => [link, index]))
  const linksWithin = keptBy((element) => [...element.querySelectorAll('a[href^="#"]')])
  /** What each note's marks lead to, with those marks and the links back. */
  const pairs = new Map<Element, { marks: Element[]; backs: Element[] }>()
  for (const link of links) {
    const [target, back] = noteOf(link, byName, linksWithin)
    if (!target || !back || (places.get(back) ?? -1) < (places.get(link) ?? 0)) continue
    const pair = pairs.get(target) ?? { marks: [], backs: [] }
    pairs.set(target, { marks: [...pair.marks, markOf(link)], backs: [...pair.backs, back] })
  }
  const others = new Set([...pairs.values()].flatMap(({ marks, backs }) => [...marks, ...backs]))
  const numbers = new Map<Element, number>()
  const bodies: Element[] = []
  for (const { marks, backs } of pairs.values()) {
    const body = bodyOf(backs, others)
    if (!body) continue
    bodies.push(body)
    for (const mark of marks) numbers.set(mark, bodies.length)
    for (const back of backs) if (back !== body) back.remove()
  }
  for (const body of bodies) removeWithEmptyParents(body)
  return { numbers, bodies }
}

/** What a link from the text leads to, and the link by which that leads back. */
function noteOf(
  link: Element,
  byName: ReadonlyMap<string, Element>,
  linksWithin: (element: Element) => Element[],
): [Element?, Element?] {
  if (!/^[\s[(]*[\p{L}\p{N}*†‡§]{1,6}[\s\])]*$/u.test(link.textContent ?? '')) return []
  const target = byName.get(link.getAttribute('href')?.slice(1) ?? '')
  if (!target || target.contains(link)) return []
  const names = [link.id, link.getAttribute('name'), link.parentElement?.id].filter(Boolean)
  const leadsBack = (one: Element) => one !== link && names.includes(one.getAttribute('href')?.slice(1) ?? '')
  if (target.matches('a') && leadsBack(target)) return [target, target]
  const around = target.matches('a, sup, span') ? (target.closest('p, li, div') ?? target) : target
  return [target, linksWithin(around).find(leadsBack)]
}

/** What is worked out once for each element: many links may lead to the same one. */
function keptBy<T>(work: (element: Element) => T): (element: Element) => T {
  const kept = new Map<Element, T>()
  return (element) => {
    const known = kept.get(element)
    if (known !== undefined) return known
    const worked = work(element)
    kept.set(element, worked)
    return worked
  }
}

/** A mark with the raised style around it, which shows nothing else. */
function markOf(link: Element): Element {
  const { parentElement } = link
  return parentElement?.tagName === 'SUP' && parentElement.textContent === link.textContent
    ? parentElement
    : link
}

/** The largest element around the links that lead back which is this note alone; nothing where none is. */
function bodyOf(backs: Element[], others: ReadonlySet<Element>): Element | undefined {
  const isAlone = (element: Element | null | undefined) =>
    element && [...element.querySelectorAll('a, sup')].every((one) => backs.includes(one) || !others.has(one))
  const box = backs[0]?.closest('li, aside, div, dd')
  const paragraph = backs[0]?.closest('p')
  return [box, paragraph].find(isAlone) ?? undefined
}

/** With the list that it was the last of, and the rule above that. */
function removeWithEmptyParents(element: Element): void {
  const { parentElement } = element
  element.remove()
  if (!parentElement || parentElement.tagName === 'BODY' || parentElement.textContent?.trim()) return
  removeWithEmptyParents(parentElement)
}
