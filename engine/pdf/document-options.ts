import type { DocumentModel } from '../document/index.js'
import { encryptionOf, type Protection } from './protection.js'

/** Midnight UTC of the day of issue: no clock and no time zone of the machine gets into the file. */
export function dayOfIssue({ issued }: DocumentModel): Date {
  return new Date(`${issued}T00:00:00Z`)
}

/** pdfkit's options: what the file says of itself, and which standards it claims to keep. */
export function documentOptions(model: DocumentModel, protection: Protection | undefined): object {
  const created = dayOfIssue(model)
  return {
    size: 'A4',
    margin: 0,
    displayTitle: true,
    tagged: true,
    // PDF/A's output intent and identification, which an encrypted file may not claim; `BriefDocument` adds those of
    // PDF/UA-1.
    ...(protection ? encryptionOf(protection) : { pdfVersion: '1.7', subset: 'PDF/A-3a' }),
    compress: true,
    lang: model.language,
    autoFirstPage: false,
    font: null,
    info: {
      Title: model.title,
      Author: model.author,
      Subject: model.subject,
      Keywords: model.keywords.join(', '),
      Creator: 'Briefwright',
      Producer: 'Briefwright (pdfmake)',
      CreationDate: created,
      ModDate: created,
    },
  }
}
