/**
 * The dossier: what a document was made from, carried by the PDF as attachments.
 *
 * `chooseRecords` finds the part of the casebook that a document needs, `buildDossier` gives the files, and
 * `readDossier` takes them back as something that can be compiled again. A document that is compiled from its
 * dossier is the same to the byte.
 */
export { buildDossier, type DossierInput } from './build-dossier.js'
export { chooseRecords } from './choose-records.js'
export { readDossier } from './read-dossier.js'
export type { Attachment, Dossier, StoredFile } from './types.js'
