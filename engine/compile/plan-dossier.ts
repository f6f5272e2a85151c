import { type Diagnostic, type Outcome, type SourceFile, settle } from '../base/index.js'
import type { Casebook } from '../casebook/types.js'
import { type DocumentModel, visitBlocks } from '../document/index.js'
import { type Attachment, buildDossier, chooseRecords, type StoredFile } from '../dossier/index.js'
import type { Host } from '../host.js'
import type { Template } from '../template/types.js'
import type { PdfOrder } from './make-pdf.js'

/** What is known of a document once it has been built. */
interface BuiltDocument extends PdfOrder {
  template: Template
  theme: SourceFile
  model: DocumentModel
  /** Keys of the records that its template read. */
  used: ReadonlySet<string>
  /** What those have of internal records; no error among it. */
  left: Diagnostic[]
  /** Makes the document from a part of the casebook. */
  build: (part: Casebook) => Outcome<DocumentModel>
}

/**
 * What the PDF will carry, made when it is asked for. A redacted one carries no record that may not go: which it is
 * made from is known before its pages are.
 */
export function planDossier(built: BuiltDocument): Outcome<() => Attachment[]> {
  const { workspace, brief, host, options, redacted, model, used, build } = built
  const { casebook, sources, library } = workspace
  const isCarried = !options.draft && !options.protection && brief.dossier !== false
  if (!isCarried) return settle(() => [], built.left)
  const choose = () => chooseRecords(casebook, sources, used, model, build)
  const chosen = redacted && choose()
  const attachments = () =>
    buildDossier(
      {
        ...{ casebook, sources, library, brief, records: chosen ?? choose() },
        ...{ template: built.template, theme: built.theme, issued: model.issued },
        pictures: picturesOf(model, host),
      },
      host,
    )
  return settle(attachments, chosen ? (redacted?.checkRecords(chosen) ?? []) : built.left)
}

/** Those that cannot be read stop the rendering, which says so. */
function picturesOf(model: DocumentModel, host: Host): StoredFile[] {
  const pictures = new Map<string, StoredFile>()
  visitBlocks(model.blocks, (block) => {
    if (block.type !== 'image') return
    const file = host.picture(block.path)
    if (file.ok) pictures.set(block.path, { path: block.path, bytes: file.value })
  })
  return [...pictures.values()]
}
