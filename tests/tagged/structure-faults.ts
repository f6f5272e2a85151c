import { elementsOf, isElement, type TaggedElement, type TaggedPdf } from './read-tagged.js'

const text = ['Span', 'Link', 'Reference', 'Note']
const blocks = ['P', 'L', 'Table', 'Figure', 'BlockQuote', 'Div', 'TOC', 'Caption', 'H1', 'H2', 'H3', 'H4']

/** Which elements may stand in which; `content` is whether they may draw. Source: ISO 32000-1, 14.8.4. */
const allowed: Record<string, { kids: string[]; content: boolean }> = {
  Document: { kids: blocks, content: false },
  Div: { kids: blocks, content: false },
  BlockQuote: { kids: blocks, content: false },
  P: { kids: text, content: true },
  H1: { kids: text, content: true },
  H2: { kids: text, content: true },
  H3: { kids: text, content: true },
  H4: { kids: text, content: true },
  L: { kids: ['LI'], content: false },
  LI: { kids: ['Lbl', 'LBody'], content: false },
  Lbl: { kids: ['Span'], content: true },
  LBody: { kids: [...text, ...blocks], content: true },
  Table: { kids: ['Caption', 'TR'], content: false },
  TR: { kids: ['TH', 'TD'], content: false },
  TH: { kids: text, content: true },
  TD: { kids: text, content: true },
  Caption: { kids: text, content: true },
  Figure: { kids: [], content: true },
  Note: { kids: ['Lbl', 'P'], content: false },
  Reference: { kids: ['Link'], content: true },
  Link: { kids: [], content: true },
  Span: { kids: ['Link', 'Reference'], content: true },
  TOC: { kids: ['TOCI'], content: false },
  TOCI: { kids: ['Reference'], content: false },
}

/** What is wrong with a document for screen readers: "TR: …". */
export function structureFaults({ root, pages, faults }: TaggedPdf): string[] {
  const elements = elementsOf(root)
  const unmarked = pages.flatMap((page, index) =>
    page.unmarked.map((one) => `page ${index + 1}: ${one} is neither part of the structure nor an artifact`),
  )
  const unknown = pages.flatMap((page, index) =>
    [...page.marks.values(), page.artifacts].some((one) => /\ufffd/.test(one))
      ? [`page ${index + 1}: a glyph stands for no character`]
      : [],
  )
  return [...faults, ...unmarked, ...unknown, ...elements.flatMap(faultsOf), ...levelFaults(elements)]
}

function faultsOf(element: TaggedElement): string[] {
  const { role, kids } = element
  const rule = allowed[role]
  if (!rule) return [`${role}: no such element is made here`]
  const found: string[] = []
  for (const kid of kids) {
    if (isElement(kid) && !rule.kids.includes(kid.role)) found.push(`${role}: holds ${kid.role}`)
    if (!isElement(kid) && !rule.content) found.push(`${role}: draws “${kid.text}” itself`)
  }
  if (kids.length === 0 && role !== 'TD' && role !== 'TH') found.push(`${role}: holds nothing`)
  if (role === 'Figure' && !element.alt) found.push('Figure: has no words')
  if (role === 'Figure' && element.box?.length !== 4) found.push('Figure: does not say where it stands')
  if (role === 'Note' && element.id === undefined) found.push('Note: has no id')
  if (role === 'TH' && element.scope === undefined) found.push('TH: has no scope')
  if (role === 'Link' && !kids.some((kid) => !isElement(kid) && kid.isAnnotation))
    found.push('Link: has no active area')
  if (role === 'Table') found.push(...tableFaults(element))
  return found
}

function tableFaults(table: TaggedElement): string[] {
  const rows = table.kids.filter(isElement).filter(({ role }) => role === 'TR')
  const widths = rows.map((row) => row.kids.filter(isElement).reduce((sum, cell) => sum + cell.columns, 0))
  const heads = new Set(elementsOf(table).flatMap(({ role, id }) => (role === 'TH' && id ? [id] : [])))
  const cited = elementsOf(table).flatMap(({ headers }) => headers)
  return [
    ...(new Set(widths).size > 1 ? [`Table: its rows have ${[...new Set(widths)].join(' or ')} cells`] : []),
    ...cited
      .filter((id) => !heads.has(id))
      .map((id) => `Table: a cell names the head ${id}, which is not in it`),
  ]
}

/** The first heading is the first level, and none skips one. */
function levelFaults(elements: TaggedElement[]): string[] {
  let last = 0
  return elements.flatMap(({ role }) => {
    const level = Number(/^H(\d)$/.exec(role)?.[1] ?? 0)
    if (level === 0) return []
    const found = level > last + 1 ? [`${role}: follows a heading of level ${last}`] : []
    last = level
    return found
  })
}
