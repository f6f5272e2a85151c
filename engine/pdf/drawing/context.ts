import type { TextSetter } from '../../layout/index.js'
import type { FontMeasure } from '../font-measure.js'
import type { FilledSlot } from '../tags/tag.js'

/** What pieces are drawn with, besides the document. */
export interface DrawingContext {
  fonts: FontMeasure
  setter: TextSetter
  /** The page of each heading, table, figure and appendix, from 1. */
  pageOf: ReadonlyMap<string, number>
  /** Where what is drawn goes in the structure, by the numbers of the layout. */
  slots: readonly FilledSlot[]
}
