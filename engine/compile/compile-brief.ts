import type { Outcome } from '../base/index.js'
import type { Brief } from '../brief/types.js'
import type { Host } from '../host.js'
import type { RenderedPdf } from '../pdf/index.js'
import { compileRedacted } from './compile-redacted.js'
import { makePdf } from './make-pdf.js'
import type { CompileOptions, Workspace } from './types.js'

/**
 * Runs every stage for one brief. Warnings of all stages come along in order.
 *
 * The PDF carries its dossier unless the brief says `dossier: false`. With `redacted: true` it is made without the
 * casebook's internal records; see `redactWorkspace`.
 */
export function compileBrief(
  workspace: Workspace,
  brief: Brief,
  host: Host,
  options: CompileOptions = {},
): Promise<Outcome<RenderedPdf>> {
  return brief.redacted
    ? compileRedacted(workspace, brief, host, options)
    : makePdf({ workspace, brief, host, options })
}
