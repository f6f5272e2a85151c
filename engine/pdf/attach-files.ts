import type { DocumentModel } from '../document/index.js'
import type { Attachment } from '../dossier/types.js'
import type { BriefDocument } from './brief-document.js'
import { dayOfIssue } from './document-options.js'

/** Puts into a file what it carries, of the day of issue. */
export function attachFiles(
  document: BriefDocument,
  attachments: readonly Attachment[],
  model: DocumentModel,
): void {
  const when = dayOfIssue(model)
  for (const { path, bytes, ...about } of attachments)
    document.file(Buffer.from(bytes), { name: path, ...about, creationDate: when, modifiedDate: when })
}
