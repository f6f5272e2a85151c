import { fileURLToPath } from 'node:url'
import type { Outcome } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { compileBrief } from '../../engine/compile/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { createNodeHost, readWorkspace, type WorkspaceOnDisk } from '../../host/index.js'

/** A workspace whose casebook is about an island that does not exist; its templates are those of the gallery. */
export const islandFolder = fileURLToPath(new URL('.', import.meta.url))

const host = createNodeHost({ dir: islandFolder, today: '2041-07-01' })

export function openIsland(): WorkspaceOnDisk {
  const opened = readWorkspace({ dir: islandFolder })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics, null, 1))
  return opened.value
}

export function compileOnIsland(
  workspace: WorkspaceOnDisk,
  brief: Pick<Brief, 'template' | 'language'> & Partial<Brief>,
): Promise<Outcome<RenderedPdf>> {
  return compileBrief(workspace, { parameters: {}, narrative: {}, ...brief }, host)
}
