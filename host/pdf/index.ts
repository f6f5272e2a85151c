/**
 * PDFs that come from anywhere: read on a thread that ends with them, opened as workspaces and made again.
 */
export { type OpenedPdf, openPdf, type RestoredWorkspace, restoreWorkspace } from './open-dossier.js'
export { createPdfReader, type PdfReader } from './read-pdf.js'
export { type Verdict, verifyPdf } from './verify-pdf.js'
