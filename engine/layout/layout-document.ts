import { type Diagnostic, type Points, points, unreachable } from '../base/index.js'
import type { Block, DocumentModel, PageSetup } from '../document/index.js'
import type { Density, Theme } from '../theme/index.js'
import { appendixHeading, setBlocks } from './blocks/set-blocks.js'
import { type Frame, type LaidDocument, type LaidPage, paginate, type Region } from './pages/paginate.js'
import { setNotes } from './pages/set-notes.js'
import type { LayoutWords, Picture, Scenes, Setting } from './setting.js'
import type { StructureElement } from './structure.js'
import { styleSheet } from './style-sheet.js'
import type { TextSetter } from './text/text-setter.js'

export interface Layout {
  /** The structure of the document, to be filled by drawing. */
  root: StructureElement
  /** The elements of footnotes, which go where their marks are. */
  noteElements: Map<number, StructureElement>
  pages: LaidDocument['pages']
  tooTall: LaidDocument['tooTall']
  density: Density
}

/** Width and height of the sheet. */
export function sheetSize(
  page: PageSetup,
  isLandscape = page.orientation === 'landscape',
): { width: Points; height: Points } {
  const [short, long] = page.size === 'A4' ? [points(210), points(297)] : [612, 792]
  return isLandscape ? { width: long, height: short } : { width: short, height: long }
}

export function textFrame(
  page: PageSetup,
  theme: Theme,
  isLandscape = page.orientation === 'landscape',
): Frame {
  const { width, height } = sheetSize(page, isLandscape)
  const margins = theme.margins[page.size]
  return {
    x: points(margins.sides),
    y: points(margins.top),
    width: width - 2 * points(margins.sides),
    height: height - points(margins.top) - points(margins.foot),
    gutter: points(margins.gutter),
    isLandscape,
  }
}

/**
 * Lays the document out at the density that keeps the template's promise of length: the loosest one that does.
 * Where only the most is promised, a tighter one is taken if it saves a page that would be nearly empty: the last,
 * or one before a page break.
 * Without a promise, at the one called `normal`. A promise that no density keeps is `pdf/page-count`.
 */
export function layoutDocument(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  words: LayoutWords,
  pictures: Map<string, Picture>,
): { layout: Layout; diagnostics: Diagnostic[] } {
  const scenes: Scenes = new WeakMap()
  const lay = (density: Density): Layout => ({
    ...layAt(setter, theme, model, density, words, pictures, scenes),
    density,
  })
  const normal =
    theme.densities.find((density) => density.name === 'normal') ?? (theme.densities[0] as Density)
  const promise = model.page.pages
  if (!promise) return { layout: lay(normal), diagnostics: [] }

  const limit = 'exactly' in promise ? promise.exactly : promise.atMost
  const order =
    'exactly' in promise ? theme.densities : theme.densities.slice(theme.densities.indexOf(normal))
  // A limit is mostly kept at the first try; an exact length is mostly met in the middle.
  const first = 'exactly' in promise ? Math.floor((order.length - 1) / 2) : 0
  const loosest = loosestWithin(order, first, limit, lay)
  const layout = 'atMost' in promise ? withoutScantPage(loosest, theme.densities, lay) : loosest
  const keeps = layout.pages.length === limit || ('atMost' in promise && layout.pages.length < limit)
  return { layout, diagnostics: keeps ? [] : [missedLength(layout, theme, model.page, limit)] }
}

/**
 * The layout at the loosest density of at most `limit` pages, or at the tightest. A tighter density never takes
 * more pages, so after the first try halving finds it.
 */
function loosestWithin(
  order: Density[],
  first: number,
  limit: number,
  lay: (density: Density) => Layout,
): Layout {
  let low = 0
  let high = order.length - 1
  let middle = first
  let best: Layout | undefined
  while (low <= high) {
    const layout = lay(order[middle] as Density)
    const fits = layout.pages.length <= limit
    if (fits) high = middle - 1
    else low = middle + 1
    if (fits || !best || best.pages.length > limit) best = layout
    middle = Math.floor((low + high) / 2)
  }
  return best ?? lay(order[0] as Density)
}

/** A page with text on less than this share of it is worth setting the others tighter. */
const scantShare = 0.25

function withoutScantPage(layout: Layout, order: Density[], lay: (density: Density) => Layout): Layout {
  const isScant = ({ bottom, frame }: LaidPage): boolean => bottom - frame.y < scantShare * frame.height
  if (layout.pages.length === 1 || !layout.pages.some(isScant)) return layout
  for (const density of order.slice(order.indexOf(layout.density) + 1)) {
    const tighter = lay(density)
    if (tighter.pages.length < layout.pages.length) return tighter
  }
  return layout
}

function layAt(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  density: Density,
  words: LayoutWords,
  pictures: Map<string, Picture>,
  scenes: Scenes,
): Omit<Layout, 'density'> {
  const root: StructureElement = { type: 'Document', kids: [], language: model.language }
  const hasMasthead = model.blocks.some((block) => block.type === 'masthead')
  const upright = textFrame(model.page, theme, false)
  const across = textFrame(model.page, theme, true)
  const regions: Region[] = []
  let startsPage = false
  let pending: Block[] = []
  const settingOf = (columns: number): Setting => ({
    setter,
    sheet: styleSheet(theme, density, columns),
    words,
    language: model.language,
    pictures,
    scenes,
    parent: root,
    hasMasthead,
    inColumns: columns > 1,
  })
  const add = (frame: Frame, columns: number, blocks: Block[]): void => {
    const width = (frame.width - frame.gutter * (columns - 1)) / columns
    const strips = setBlocks(settingOf(columns), blocks, 0, width)
    if (strips.length > 0) regions.push({ columns, strips, startsPage, frame })
    startsPage = false
  }
  const flush = (frame: Frame): void => {
    if (pending.length > 0) add(frame, 1, pending)
    pending = []
  }
  const walk = (blocks: Block[], frame: Frame): void => {
    for (const block of blocks) {
      switch (block.type) {
        case 'columns':
          flush(frame)
          add(frame, block.count, block.blocks)
          break
        case 'sourceList':
          flush(frame)
          add(frame, block.columns ?? (frame.isLandscape ? 3 : 2), [block])
          break
        case 'pageBreak':
          flush(frame)
          startsPage = true
          break
        case 'landscape':
          flush(frame)
          walk(block.blocks, across)
          flush(across)
          break
        case 'appendix':
          flush(frame)
          startsPage = true
          pending.push(appendixHeading(block))
          walk(block.blocks, frame)
          break
        case 'masthead':
        case 'heading':
        case 'paragraph':
        case 'list':
        case 'table':
        case 'callout':
        case 'quote':
        case 'rule':
        case 'keepTogether':
        case 'statusKey':
        case 'fields':
        case 'figure':
        case 'image':
        case 'contents':
        case 'figureList':
        case 'glossary':
          pending.push(block)
          break
        default:
          unreachable(block)
      }
    }
  }
  const main = model.page.orientation === 'landscape' ? across : upright
  walk(model.blocks, main)
  flush(main)
  const sheet = styleSheet(theme, density, 1)
  const notes = setNotes(settingOf(1), model.footnotes ?? [], main.width)
  const strips = new Map([...notes].map(([number, note]) => [number, note.strips]))
  const noteElements = new Map([...notes].map(([number, note]) => [number, note.element]))
  const laid = paginate(regions, strips, styleSheet(theme, density, 2).grid, sheet.colours.rule)
  return { ...laid, root, noteElements }
}

function missedLength(layout: Layout, theme: Theme, page: PageSetup, limit: number): Diagnostic {
  const frame = textFrame(page, theme)
  const [, leading] = layout.density.twoColumns
  const count = layout.pages.length
  const last = layout.pages.at(-1)
  const overflow = layout.pages.slice(limit).reduce((sum, one) => sum + (one.bottom - frame.y), 0) / leading
  const missing =
    count < limit
      ? ((limit - count - 1) * frame.height + (frame.y + frame.height - (last?.bottom ?? 0))) / leading
      : 0
  const isOver = count > limit
  const lines = Math.max(1, Math.round(isOver ? overflow : missing))
  const [has, wants] = [
    `${count} ${count === 1 ? 'page' : 'pages'}`,
    `${limit} ${limit === 1 ? 'page' : 'pages'}`,
  ]
  return {
    severity: isOver ? 'error' : 'warning',
    code: 'pdf/page-count',
    message: isOver
      ? `the document runs to ${has} at the theme's tightest setting and the template allows ${wants}: about ${lines} ${lines === 1 ? 'line' : 'lines'} too long`
      : `the document fills only ${has} and the template asks for ${wants}: about ${lines} ${lines === 1 ? 'line' : 'lines'} short`,
    hints: isOver
      ? ['shorten a narrative section or select fewer records']
      : ['write more, or select more records'],
  }
}
