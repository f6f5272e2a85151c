/**
 * One property of an element's own style; empty where it has none. Read from the text, since a browser drops what it
 * does not know, as it does all of Word's `mso-…`.
 */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('style')
  if (!style?.includes(property)) return ''
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return ''
}

/** All elements within `root` that have a class which begins so. */
export function withClass(root: ParentNode, start: string): Element[] {
  return [...root.querySelectorAll(`[class*="${start}"]`)].filter((element) =>
    [...element.classList].some((name) => name.startsWith(start)),
  )
}

/** Puts another element in the place of one, with what stands in it. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

/** The element that follows one with nothing to be read between them. */
export function nextBeside(element: Element): Element | null {
  let next = element.nextSibling
  while (next && next.nodeType !== 1 && (next.nodeType !== 3 || !next.nodeValue?.trim()))
    next = next.nextSibling
  return next?.nodeType === 1 ? (next as Element) : null
}
