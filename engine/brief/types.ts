import type { IsoDate, Language } from '../locale/index.js'
import type { PageSize } from '../vocabulary/index.js'

/** A value that a brief gives to a template's parameter: record id, list of record ids, choice, text, date or flag. */
export type ParameterValue = string | string[] | boolean

/** One of the numbered copies of a document; `number` counts from 1. */
export interface Copy {
  number: number
  of: number
  recipient: string
}

/** What an officer chose and wrote; saved as one `.brief.yaml`. */
export interface Brief {
  /** Id of a template. */
  template: string
  language: Language
  /** The brief knows nothing later than this day; the casebook's own `asOf` if left out. */
  asOf?: IsoDate
  /** Day of issue; today if left out. */
  issued?: IsoDate
  /** Instead of the template's own title. */
  title?: string
  marking?: string
  caveat?: string
  reference?: string
  from?: string
  to?: string
  through?: string
  cc?: string
  contact?: string
  /** Instead of the template's own. */
  size?: PageSize
  theme?: string
  /** `false`: the PDF carries nothing of what it was made from. */
  dossier?: boolean
  /** `true`: made as though the casebook's internal records were not there. */
  redacted?: boolean
  /** Printed large and pale across every page: `draft` in the document's language, or a text of its own. */
  watermark?: string
  /** Which of several copies this is, each for one recipient. */
  copy?: Copy
  parameters: Record<string, ParameterValue>
  /** Markdown by section id. */
  narrative: Record<string, string>
}
