import { type Diagnostic, keptWith, type Outcome, settle, success } from '../base/index.js'
import type { Brief } from '../brief/types.js'
import { keyOfRecord } from '../casebook/index.js'
import { atlasOf } from '../figures/index.js'
import type { Host } from '../host.js'
import { buildModel } from '../model/index.js'
import type { RenderedPdf } from '../pdf/index.js'
import { type RedactedWorkspace, redactWorkspace } from '../redaction/index.js'
import { templateOf } from '../template/index.js'
import { makePdf } from './make-pdf.js'
import type { CompileOptions, Workspace } from './types.js'
import { withPlaces } from './with-places.js'

/** Makes a document as though the internal records were not there, and puts its places on the whole files. */
export async function compileRedacted(
  workspace: Workspace,
  brief: Brief,
  host: Host,
  options: CompileOptions,
): Promise<Outcome<RenderedPdf>> {
  const redaction = redactionOf(workspace)
  if (!redaction.ok) return redaction
  const { value: redacted } = redaction
  // A reader of the dossier is not told that anything is missing, and makes the same document from it.
  const { redacted: _, ...plain } = brief
  const sound = settle(undefined, checkRedaction(workspace, redacted, plain, host))
  if (!sound.ok) return sound
  const { casebook, sources } = redacted
  const part = { ...workspace, casebook, sources }
  const made = withPlaces(
    await makePdf({ workspace: part, brief: plain, host, options, redacted }),
    redacted.originOf,
  )
  return made.ok ? success(made.value, [...sound.warnings, ...made.warnings]) : made
}

/** Redacted once for as long as a workspace is open: an author who writes a redacted brief sees it at every pause. */
const redactionOf = keptWith(redactWorkspace)

/** What of a brief, its template and the prose that they would print cannot go out redacted. */
function checkRedaction(
  workspace: Workspace,
  redacted: RedactedWorkspace,
  brief: Brief,
  host: Host,
): Diagnostic[] {
  const template = templateOf(brief, workspace.library)
  if (!template.ok) return template.diagnostics
  const faults = redacted.checkBrief(brief, template.value, workspace.library)
  if (!redacted.hasSharedProse) return faults
  const used = new Set<string>()
  const { casebook, library } = workspace
  const input = { library, template: template.value, brief, today: host.today(), atlas: () => atlasOf(host) }
  buildModel({ ...input, casebook, onUse: (record) => used.add(keyOfRecord(record)) })
  return [...faults, ...redacted.checkProse(used)]
}
