import type { Mark } from './flow.js'
import { styleOf } from './style-of.js'

const byTag: Record<string, string> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  DFN: 'italic',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
}

/** The marks of what stands in an element, given those of what stands around it. Its own style has the last word. */
export function marksOf(element: Element, around: readonly Mark[]): readonly Mark[] {
  const changes = new Map<string, Mark | undefined>()
  const set = (type: string, isSet: boolean) => changes.set(type, isSet ? { type } : undefined)
  const type = byTag[element.tagName]
  if (type) set(type, true)
  const weight = styleOf(element, 'font-weight')
  if (weight) set('bold', /^bold/.test(weight) || Number(weight) >= 600)
  const slant = styleOf(element, 'font-style')
  if (slant) set('italic', /^(italic|oblique)/.test(slant))
  const line = styleOf(element, 'text-decoration') + styleOf(element, 'text-decoration-line')
  if (line.includes('line-through')) set('strike', true)
  if (element.tagName === 'A') {
    const href = addressOf(element)
    if (href) changes.set('link', { type: 'link', attrs: { href } })
  }
  if (changes.size === 0) return around
  const kept = around.filter((mark) => !changes.has(mark.type))
  return [...kept, ...[...changes.values()].filter((mark) => mark !== undefined)]
}

/** Where a link leads, if that is a place a document may lead to. */
function addressOf(link: Element): string | undefined {
  const address = link.getAttribute('href')?.trim() ?? ''
  return /^(https?:\/\/|mailto:)\S+$/i.test(address) ? address : undefined
}
