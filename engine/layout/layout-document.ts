import type { Diagnostic } from '../base/index.js'
import type { DocumentModel } from '../document/index.js'
import { phrase } from '../locale/index.js'
import type { Density, Theme } from '../theme/index.js'
import { figureDrawer } from './figure-drawer.js'
import { chooseDensity } from './pages/choose-density.js'
import { destinationPages } from './pages/destination-pages.js'
import { layOut, type PlacedNote } from './pages/lay-out.js'
import { findMissingLetters, type PlaceOfLetter } from './pages/missing-letters.js'
import { completePage, type Page } from './pages/page.js'
import { tooTall } from './pages/too-tall.js'
import type { Part } from './part.js'
import type { Picture } from './setting.js'
import type { TextSetter } from './text/text-setter.js'

/** A document as it will be drawn: every page, and what it is to screen readers. */
export interface Layout {
  pages: Page[]
  /** Slots are counted in reading order through `root`, then through each note. */
  root: Part
  notes: ReadonlyMap<number, PlacedNote>
  /** The page of each heading, table, figure and appendix, from 1. */
  pageOf: ReadonlyMap<string, number>
  density: Density
}

/**
 * Lays a document out. What is wrong with it comes beside the pages, which are whole all the same: `pdf/page-count`
 * where the template's promise of length can't be kept, `pdf/too-tall` where a part is taller than a page,
 * `pdf/missing-glyph` where characters are in none of the theme's fonts, at what `placeOf` gives for the first of a block.
 */
export function layoutDocument(
  model: DocumentModel,
  theme: Theme,
  setter: TextSetter,
  pictures: ReadonlyMap<string, Picture>,
  placeOf: PlaceOfLetter = (_letter, near) => near,
): { layout: Layout; diagnostics: Diagnostic[] } {
  const { language } = model
  const words = {
    continued: phrase('continued', language),
    table: phrase('table', language),
    figure: phrase('figure', language),
  }
  const means = { setter, words, pictures, drawn: figureDrawer(setter, theme, language) }
  const { laid, diagnostics } = chooseDensity(theme, model.page, (density) =>
    layOut(model, theme, density, means),
  )
  const pages = laid.pages.map((page, index) =>
    completePage(page, { model, theme, setter, index, count: laid.pages.length }),
  )
  return {
    layout: {
      pages,
      root: laid.root,
      notes: laid.notes,
      pageOf: destinationPages(pages),
      density: laid.density,
    },
    diagnostics: [
      ...diagnostics,
      ...tooTall(laid.tooTall),
      ...findMissingLetters(pages, setter, theme, placeOf),
    ],
  }
}
