import type { Brief } from '../../engine/brief/types.js'
import { compileBrief, type Workspace } from '../../engine/compile/index.js'
import type { Host } from '../../engine/host.js'
import { createNodeHost, readWorkspace } from '../../host/index.js'

/** This machine on a fixed day. One for all tests, for what is read of fonts and maps is kept with it. */
export const host: Host = createNodeHost({ today: '2026-03-01' })

const opened = readWorkspace()
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics[0]))

/** The built-in casebook and templates, read once for all tests: nobody writes on them. */
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
