import { type Diagnostic, unreachable } from '../diagnostic.js'
import { type Points, points } from '../lengths.js'
import type { Block, DocumentModel, PageSetup } from '../model/nodes.js'
import type { TextSetter } from './lines.js'
import { type Frame, type LaidDocument, paginate, type Region } from './paginate.js'
import { type Setting, setBlocks } from './set-blocks.js'
import { styleSheet } from './style-sheet.js'
import type { Density, Theme } from './theme.js'

export interface Layout {
  pages: LaidDocument['pages']
  tooTall: LaidDocument['tooTall']
  density: Density
}

/** Width and height of the sheet. */
export function sheetSize(page: PageSetup): { width: Points; height: Points } {
  const [short, long] = page.size === 'A4' ? [points(210), points(297)] : [612, 792]
  return page.orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long }
}

export function textFrame(page: PageSetup, theme: Theme): Frame {
  const { width, height } = sheetSize(page)
  const margins = theme.margins[page.size]
  return {
    x: points(margins.sides),
    y: points(margins.top),
    width: width - 2 * points(margins.sides),
    height: height - points(margins.top) - points(margins.foot),
    gutter: points(margins.gutter),
  }
}

/**
 * Lays the document out at the density that keeps the template's promise of length: the loosest one that does.
 * Without a promise, at the one called `normal`. A promise that no density keeps is `pdf/page-count`.
 */
export function layoutDocument(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  tableLabel: string,
): { layout: Layout; diagnostics: Diagnostic[] } {
  const lay = (density: Density): Layout => ({ ...layAt(setter, theme, model, density, tableLabel), density })
  const normal =
    theme.densities.find((density) => density.name === 'normal') ?? (theme.densities[0] as Density)
  const promise = model.page.pages
  if (!promise) return { layout: lay(normal), diagnostics: [] }

  const limit = 'exactly' in promise ? promise.exactly : promise.atMost
  const order =
    'exactly' in promise ? theme.densities : theme.densities.slice(theme.densities.indexOf(normal))
  const layout = loosestWithin(order, limit, lay)
  const keeps = layout.pages.length === limit || ('atMost' in promise && layout.pages.length < limit)
  return { layout, diagnostics: keeps ? [] : [missedLength(layout, theme, model.page, limit)] }
}

/**
 * The layout at the loosest density of at most `limit` pages, or at the tightest. A tighter density never takes
 * more pages, so halving finds it: a document is laid out twice where trying each in turn took four times.
 */
function loosestWithin(order: Density[], limit: number, lay: (density: Density) => Layout): Layout {
  let low = 0
  let high = order.length - 1
  let best: Layout | undefined
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const layout = lay(order[middle] as Density)
    const fits = layout.pages.length <= limit
    if (fits) high = middle - 1
    else low = middle + 1
    if (fits || !best || best.pages.length > limit) best = layout
  }
  return best ?? lay(order[0] as Density)
}

function layAt(
  setter: TextSetter,
  theme: Theme,
  model: DocumentModel,
  density: Density,
  tableLabel: string,
): LaidDocument {
  const frame = textFrame(model.page, theme)
  const regions: Region[] = []
  let startsPage = false
  let pending: Block[] = []
  const add = (columns: number, blocks: Block[]): void => {
    const setting: Setting = {
      setter,
      sheet: styleSheet(theme, density, columns),
      tableLabel,
      inColumns: columns > 1,
    }
    const width = (frame.width - frame.gutter * (columns - 1)) / columns
    const strips = setBlocks(setting, blocks, 0, width)
    if (strips.length > 0) regions.push({ columns, strips, startsPage })
    startsPage = false
  }
  const flush = (): void => {
    if (pending.length > 0) add(1, pending)
    pending = []
  }
  for (const block of model.blocks) {
    switch (block.type) {
      case 'columns':
        flush()
        add(block.count, block.blocks)
        break
      case 'sourceList':
        flush()
        add(block.columns ?? (model.page.orientation === 'landscape' ? 3 : 2), [block])
        break
      case 'pageBreak':
        flush()
        startsPage = true
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
        pending.push(block)
        break
      default:
        unreachable(block)
    }
  }
  flush()
  return paginate(regions, frame, styleSheet(theme, density, 2).grid)
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
