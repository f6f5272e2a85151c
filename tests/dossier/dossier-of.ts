import { type Dossier, readDossier } from '../../engine/dossier/index.js'
import { createNodeHost } from '../../host/index.js'
import { readPdfContents } from '../../host/pdf/pdf-file.js'
import { bytesOf, host } from '../built-in/workspace.js'

/** What a PDF carries. */
export async function attachmentsOf(bytes: Uint8Array) {
  const contents = await readPdfContents(bytes, 'brief.pdf')
  if (!contents.ok) throw new Error(JSON.stringify(contents.diagnostics))
  return contents.value.attachments
}

export async function dossierOf(bytes: Uint8Array): Promise<Dossier> {
  const dossier = readDossier(await attachmentsOf(bytes), host)
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.diagnostics, null, 1))
  return dossier.value
}

/** The document that a dossier makes, on another day. */
export function rebuilt(dossier: Dossier): Promise<Uint8Array> {
  const { version } = dossier
  return bytesOf(dossier.brief, dossier, createNodeHost({ today: '2031-07-09', version }))
}
