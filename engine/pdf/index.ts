/**
 * The document model as PDF bytes.
 *
 * Takes a `DocumentModel` and a `Theme`, gives the bytes and where each block landed.
 * The only folder that names pdfmake. Same input, same bytes.
 */
import type { Place, Outcome } from '../diagnostic.js'
import type { Host, SourceFile } from '../host.js'
import type { DocumentModel } from '../model/nodes.js'

export interface RenderedPdf {
  bytes: Uint8Array
  pageCount: number
  /** Where on the pages each part of the source went, in reading order. */
  pageMap: PageMapEntry[]
}

/** A piece of a page and the source it came from; lengths in points from the page's top left corner. */
export interface PageMapEntry {
  page: number
  x: number
  y: number
  width: number
  height: number
  from: Place
}

export interface Theme {
  id: string
}

export function parseTheme(file: SourceFile): Outcome<Theme> {
  throw new Error(`not built yet: ${file.path}`)
}

export async function renderPdf(model: DocumentModel, theme: Theme, host: Host): Promise<Outcome<RenderedPdf>> {
  throw new Error(`not built yet: ${model.title} ${theme.id} ${host.today()}`)
}
