import type { Brief } from '../../engine/brief/types.js'
import type { Dossier } from '../../engine/dossier/index.js'
import type { IsoDate } from '../../engine/locale/index.js'
import type { Protection } from '../../engine/pdf/index.js'

/** What a render worker is asked for. Plain data, for it crosses threads. */
export interface RenderJob {
  brief: Brief
  /** The workspace folder; the built-in casebook and templates if left out. */
  dir?: string
  /** Instead of a workspace folder: casebook, templates and pictures that a PDF carried. */
  dossier?: Dossier
  /** Instead of the root found from the worker's own file; see `findAppRoot`. */
  appRoot?: string
  /** A workspace is read again only when this differs from the last job's; whoever writes a file changes it. */
  revision?: number
  /** For live previews: see `RenderOptions`. */
  draft?: boolean
  /** Encrypts the PDF. It crosses to the worker and is kept nowhere. */
  protection?: Protection
  /** Instead of the user's clock. */
  today?: IsoDate
}
