import {
  type PdfDictionary,
  PdfName,
  type PdfObjects,
  PdfOperator,
  PdfReference,
  type PdfValue,
  readObjects,
  textOf,
  ValueReader,
} from './pdf-objects.js'

/** A tagged PDF: its structure whole, across pages, with what each part draws. */
export interface TaggedPdf {
  root: TaggedElement
  pages: TaggedPage[]
  /** What the tree is missing or says twice; see `readTagged`. */
  faults: string[]
}

export interface TaggedElement {
  role: string
  alt?: string
  actualText?: string
  language?: string
  id?: string
  scope?: string
  columns: number
  headers: string[]
  /** Left, bottom, right, top. */
  box?: number[]
  parent?: TaggedElement
  kids: (TaggedElement | TaggedContent)[]
}

export interface TaggedContent {
  page: number
  /** A link's active area instead of something drawn. */
  isAnnotation: boolean
  text: string
}

export interface TaggedPage {
  /** Text of running matter and repeats, which no structure has. */
  artifacts: string
  /** Drawn outside of any mark. */
  unmarked: string[]
  /** Text of each stretch of content, in the order of drawing. */
  marks: Map<number, string>
}

/**
 * Reads the structure tree with its content.
 *
 * `faults` are: marked content that no element or more than one has, content that is not there, a parent tree that
 * says otherwise than the tree, elements out of reach, areas of links that no element has, and ids that are missing
 * from the tree of ids.
 */
export function readTagged(bytes: Uint8Array): TaggedPdf {
  const objects = readObjects(bytes)
  const get = (value: PdfValue | undefined): PdfValue | undefined =>
    value instanceof PdfReference ? objects.values.get(value.number) : value
  const dictionary = (value: PdfValue | undefined): PdfDictionary => (get(value) ?? {}) as PdfDictionary
  const faults: string[] = []
  const catalog = dictionary(objects.trailer.Root)
  const pageNumbers = pagesIn(dictionary(catalog.Pages), get)
  const fonts = new Map<number, Map<number, string>>()
  const pages = pageNumbers.map((number) => readPage(objects, number, get, fonts))
  const treeRoot = dictionary(catalog.StructTreeRoot)
  const parents = numbersIn(dictionary(treeRoot.ParentTree), get)
  const claimed = new Map<string, number>()
  const reached = new Set<number>()
  const ids = new Map<string, number>()

  const root = walk((get(treeRoot.K) as PdfReference[])[0] as PdfReference, undefined)
  for (const [number, value] of objects.values) {
    const isElement = isDictionary(value) && value.Type instanceof PdfName && value.Type.name === 'StructElem'
    if (isElement && !reached.has(number)) faults.push(`the element ${number} is out of reach`)
  }
  pages.forEach((page, index) => {
    for (const mark of page.marks.keys())
      if (!claimed.has(`${index}/${mark}`)) faults.push(`page ${index + 1}: content ${mark} is no element's`)
    const annotations = (get(dictionary(new PdfReference(pageNumbers[index] as number)).Annots) ??
      []) as PdfReference[]
    for (const { number } of annotations)
      if (!claimed.has(`a${number}`)) faults.push(`page ${index + 1}: the area ${number} is no element's`)
  })
  const named = namesIn(dictionary(treeRoot.IDTree), get)
  for (const [id, number] of ids)
    if (named.get(id) !== number) faults.push(`the id ${id} is not in the tree of ids`)
  return { root, pages, faults }

  function walk({ number }: PdfReference, parent: { number: number; element: TaggedElement } | undefined) {
    const data = dictionary(new PdfReference(number))
    if (reached.has(number)) faults.push(`the element ${number} is in the tree twice`)
    reached.add(number)
    if (parent && (data.P as PdfReference).number !== parent.number)
      faults.push(`the element ${number} names another parent`)
    const attributes: PdfDictionary = Object.assign(
      {},
      ...[get(data.A) ?? []].flat().map((one) => dictionary(one)),
    )
    const element: TaggedElement = {
      role: (data.S as PdfName).name,
      columns: Number(attributes.ColSpan ?? 1),
      headers: ((attributes.Headers ?? []) as string[]).map((id) => textOf(id) ?? ''),
      kids: [],
      ...optional('alt', textOf(data.Alt)),
      ...optional('actualText', textOf(data.ActualText)),
      ...optional('language', textOf(data.Lang)),
      ...optional('id', textOf(data.ID)),
      ...optional('scope', attributes.Scope instanceof PdfName ? attributes.Scope.name : undefined),
      ...optional('box', attributes.BBox as number[] | undefined),
      ...(parent ? { parent: parent.element } : {}),
    }
    if (element.id !== undefined) {
      if (ids.has(element.id)) faults.push(`two elements have the id ${element.id}`)
      ids.set(element.id, number)
    }
    for (const kid of (get(data.K) ?? []) as PdfValue[]) {
      if (kid instanceof PdfReference) element.kids.push(walk(kid, { number, element }))
      else element.kids.push(contentOf(kid as PdfDictionary, number))
    }
    return element
  }

  function contentOf(kid: PdfDictionary, element: number): TaggedContent {
    const page = pageNumbers.indexOf((kid.Pg as PdfReference).number)
    if ((kid.Type as PdfName).name === 'OBJR') {
      const { number } = kid.Obj as PdfReference
      const key = Number(dictionary(new PdfReference(number)).StructParent)
      claim(`a${number}`)
      if ((parents.get(key) as PdfReference | undefined)?.number !== element)
        faults.push(`the parent tree gives the area ${number} to another element`)
      return { page, isAnnotation: true, text: '' }
    }
    const mark = Number(kid.MCID)
    const text = pages[page]?.marks.get(mark)
    claim(`${page}/${mark}`)
    if (text === undefined) faults.push(`page ${page + 1}: the content ${mark} is not there`)
    const key = Number(dictionary(new PdfReference(pageNumbers[page] as number)).StructParents)
    const owner = ((get(parents.get(key)) ?? []) as PdfReference[])[mark]
    if (owner?.number !== element)
      faults.push(`page ${page + 1}: the parent tree gives content ${mark} to another element`)
    return { page, isAnnotation: false, text: text ?? '' }
  }

  function claim(key: string): void {
    if (claimed.has(key)) faults.push(`${key} is in the tree twice`)
    claimed.set(key, 1)
  }
}

export function isElement(kid: TaggedElement | TaggedContent): kid is TaggedElement {
  return 'role' in kid
}

/** Elements in reading order, parents before their kids. */
export function elementsOf(element: TaggedElement): TaggedElement[] {
  return [element, ...element.kids.flatMap((kid) => (isElement(kid) ? elementsOf(kid) : []))]
}

/** What is said of an element: its words where it has some, else what it draws. */
export function saidIn(element: TaggedElement): string {
  const words = element.actualText ?? element.alt
  if (words !== undefined) return words
  return element.kids.map((kid) => (isElement(kid) ? saidIn(kid) : kid.text)).join('')
}

function pagesIn(node: PdfDictionary, get: (value: PdfValue | undefined) => PdfValue | undefined): number[] {
  return ((get(node.Kids) ?? []) as PdfReference[]).flatMap((kid) => {
    const data = get(kid) as PdfDictionary
    return (data.Type as PdfName).name === 'Pages' ? pagesIn(data, get) : [kid.number]
  })
}

function readPage(
  objects: PdfObjects,
  number: number,
  get: (value: PdfValue | undefined) => PdfValue | undefined,
  fonts: Map<number, Map<number, string>>,
): TaggedPage {
  const page = get(new PdfReference(number)) as PdfDictionary
  const resources = get(page.Resources) as PdfDictionary
  const named = (get(resources.Font) ?? {}) as Record<string, PdfReference>
  const lettersOf = (name: string): Map<number, string> => {
    const font = (named[name] as PdfReference).number
    const known = fonts.get(font) ?? readLetters(objects, get(named[name]) as PdfDictionary)
    fonts.set(font, known)
    return known
  }
  const contents = [page.Contents].flat() as PdfReference[]
  const text = contents.map(({ number }) => objects.streams.get(number)?.toString('latin1')).join('\n')
  const result: TaggedPage = { artifacts: '', unmarked: [], marks: new Map() }
  const reader = new ValueReader(text)
  const open: { tag: string; mark?: number }[] = []
  let operands: PdfValue[] = []
  let letters = new Map<number, string>()
  const show = (value: PdfValue): void => {
    if (typeof value !== 'string') return
    const bytes = Buffer.from(value, 'latin1')
    let words = ''
    for (let i = 0; i + 1 < bytes.length; i += 2) words += letters.get(bytes.readUInt16BE(i)) ?? '\ufffd'
    const owner = open.at(-1)
    if (!owner) result.unmarked.push(words)
    else if (owner.mark === undefined) result.artifacts += words
    else result.marks.set(owner.mark, (result.marks.get(owner.mark) ?? '') + words)
  }
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (!(token instanceof PdfOperator)) {
      operands.push(token)
      continue
    }
    const [first, second] = operands
    switch (token.word) {
      case 'BDC':
      case 'BMC': {
        const mark = (second as PdfDictionary | undefined)?.MCID as number | undefined
        const tag = (first as PdfName).name
        const around = open.at(-1)
        // Text that is copied as another one is still of the element that it stands in.
        if (around && tag === 'Span' && (second as PdfDictionary | undefined)?.ActualText !== undefined) {
          open.push({ ...around })
          break
        }
        if (around) result.unmarked.push(`a mark inside ${around.tag}`)
        open.push({ tag, ...(mark === undefined ? {} : { mark }) })
        if (mark !== undefined) result.marks.set(mark, '')
        else if (tag !== 'Artifact') result.unmarked.push(`a mark ${tag} without number`)
        break
      }
      case 'EMC':
        open.pop()
        break
      case 'Tf':
        letters = lettersOf((first as PdfName).name)
        break
      case 'Tj':
        show(first as PdfValue)
        break
      case 'TJ':
        for (const part of first as PdfValue[]) show(part)
        break
      case 'f':
      case 'F':
      case 'S':
      case 'B':
      case 'f*':
      case 's':
      case 'Do':
        if (open.length === 0) result.unmarked.push(`the operator ${token.word}`)
        break
      default:
    }
    operands = []
  }
  return result
}

/** What each glyph of a font stands for, by its own words. */
function readLetters(objects: PdfObjects, font: PdfDictionary): Map<number, string> {
  const letters = new Map<number, string>()
  const reference = font.ToUnicode
  if (!(reference instanceof PdfReference)) return letters
  const reader = new ValueReader(objects.streams.get(reference.number)?.toString('latin1') ?? '')
  const code = (value: PdfValue): number => Buffer.from(value as string, 'latin1').readUInt16BE(0)
  const words = (value: PdfValue): string =>
    Buffer.from(value as string, 'latin1')
      .swap16()
      .toString('utf16le')
  let operands: PdfValue[] = []
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (!(token instanceof PdfOperator)) {
      operands.push(token)
      continue
    }
    if (token.word === 'endbfchar')
      for (let i = 0; i < operands.length; i += 2)
        letters.set(code(operands[i] as PdfValue), words(operands[i + 1] as PdfValue))
    if (token.word === 'endbfrange')
      for (let i = 0; i < operands.length; i += 3) {
        const [first, , target] = operands.slice(i, i + 3) as [PdfValue, PdfValue, PdfValue]
        const targets = Array.isArray(target) ? target : [target]
        for (const [index, one] of targets.entries()) letters.set(code(first) + index, words(one))
      }
    operands = []
  }
  return letters
}

function numbersIn(
  node: PdfDictionary,
  get: (value: PdfValue | undefined) => PdfValue | undefined,
): Map<number, PdfValue> {
  const found = new Map<number, PdfValue>()
  const flat = (get(node.Nums) ?? []) as PdfValue[]
  for (let i = 0; i + 1 < flat.length; i += 2) found.set(flat[i] as number, flat[i + 1] as PdfValue)
  for (const kid of (get(node.Kids) ?? []) as PdfValue[])
    for (const [key, value] of numbersIn(get(kid) as PdfDictionary, get)) found.set(key, value)
  return found
}

function namesIn(
  node: PdfDictionary,
  get: (value: PdfValue | undefined) => PdfValue | undefined,
): Map<string, number> {
  const found = new Map<string, number>()
  const flat = (get(node.Names) ?? []) as PdfValue[]
  for (let i = 0; i + 1 < flat.length; i += 2)
    found.set(textOf(flat[i]) ?? '', (flat[i + 1] as PdfReference).number)
  for (const kid of (get(node.Kids) ?? []) as PdfValue[])
    for (const [key, value] of namesIn(get(kid) as PdfDictionary, get)) found.set(key, value)
  return found
}

function isDictionary(value: PdfValue): value is PdfDictionary {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof PdfName) &&
    !(value instanceof PdfReference)
  )
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}
