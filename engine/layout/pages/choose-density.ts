import type { Diagnostic } from '../../base/index.js'
import type { PageSetup } from '../../document/index.js'
import type { Density, Theme } from '../../theme/index.js'
import type { Laid } from './lay-out.js'
import { missedLength } from './missed-length.js'
import type { LaidPage } from './paginate.js'

/**
 * Lays a document out at the density that keeps the template's promise of length: the loosest one that does.
 * Where only the most is promised, a tighter one is taken if it saves a page that would be nearly empty: the last,
 * or one before a page break.
 * Without a promise, at the one called `normal`. A promise that no density keeps is `pdf/page-count`.
 */
export function chooseDensity(
  theme: Theme,
  page: PageSetup,
  lay: (density: Density) => Laid,
): { laid: Laid; diagnostics: Diagnostic[] } {
  const { densities } = theme
  const normal = densities.find((density) => density.name === 'normal') ?? (densities[0] as Density)
  const promise = page.pages
  if (!promise) return { laid: lay(normal), diagnostics: [] }

  const limit = 'exactly' in promise ? promise.exactly : promise.atMost
  const order = 'exactly' in promise ? densities : densities.slice(densities.indexOf(normal))
  // A limit is mostly kept at the first try; an exact length is mostly met in the middle.
  const first = 'exactly' in promise ? Math.floor((order.length - 1) / 2) : 0
  const loosest = loosestWithin(order, first, limit, lay)
  const laid = 'atMost' in promise ? withoutScantPage(loosest, densities, lay) : loosest
  const keeps = laid.pages.length === limit || ('atMost' in promise && laid.pages.length < limit)
  return { laid, diagnostics: keeps ? [] : [missedLength(laid, theme, page, limit)] }
}

/**
 * The layout at the loosest density of at most `limit` pages, or at the tightest. A tighter density never takes
 * more pages, so after the first try halving finds it.
 */
function loosestWithin(
  order: Density[],
  first: number,
  limit: number,
  lay: (density: Density) => Laid,
): Laid {
  let low = 0
  let high = order.length - 1
  let middle = first
  let best: Laid | undefined
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

function withoutScantPage(layout: Laid, order: Density[], lay: (density: Density) => Laid): Laid {
  const isScant = ({ bottom, frame }: LaidPage): boolean => bottom - frame.y < scantShare * frame.height
  if (layout.pages.length === 1 || !layout.pages.some(isScant)) return layout
  for (const density of order.slice(order.indexOf(layout.density) + 1)) {
    const tighter = lay(density)
    if (tighter.pages.length < layout.pages.length) return tighter
  }
  return layout
}
