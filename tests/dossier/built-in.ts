import type { Brief } from '../../engine/brief/types.js'
import { compileBrief, type Workspace } from '../../engine/compile/index.js'
import { type Dossier, readDossier } from '../../engine/dossier/index.js'
import type { Host } from '../../engine/host.js'
import { createNodeHost, readWorkspace } from '../../host/index.js'
import { readPdfContents } from '../../host/pdf/pdf-file.js'

export const host: Host = createNodeHost({ today: '2026-03-01' })

const opened = readWorkspace()
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics[0]))
export const builtIn = opened.value

/** The bytes of a brief of the built-in workspace, or of another. */
export async function bytesOf(
  brief: Partial<Brief> & Pick<Brief, 'template'>,
  workspace: Workspace = builtIn,
  machine: Host = host,
): Promise<Uint8Array> {
  const whole: Brief = { language: 'en', parameters: {}, narrative: {}, ...brief }
  const rendered = await compileBrief(workspace, whole, machine)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics, null, 1))
  return rendered.value.bytes
}

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
