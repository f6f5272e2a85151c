import { failure, type Outcome, success } from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { openFilesFault, readRegularFile } from '../files/index.js'
import { largestPdf, mostAttachments, pdfFaults } from './pdf-faults.js'

/** A PDF as another program than the one that wrote it sees it. */
export interface PdfContents {
  /** As its own data says; empty if they do not. */
  title: string
  attachments: StoredFile[]
  /** The text of each page, without its spacing. */
  pages: string[]
}

/**
 * Reads the bytes of a PDF from `path`, an absolute one.
 *
 * Fails with `dossier/too-big`, `dossier/not-pdf`, `dossier/truncated`, or what the disk says.
 */
export function readPdfBytes(path: string): Outcome<Uint8Array> {
  const tooBig = (size: number) => pdfFaults.tooBig(path, size)
  const bytes = readRegularFile(path, path, { largest: largestPdf, tooBig })
  if (!bytes.ok) return bytes
  const text = (part: Uint8Array) => Buffer.from(part).toString('latin1')
  if (!text(bytes.value.subarray(0, 1024)).includes('%PDF-')) return failure(pdfFaults.notPdf(path))
  if (!text(bytes.value.subarray(-1024)).includes('%%EOF')) return failure(pdfFaults.truncated(path))
  return bytes
}

/**
 * What a PDF holds, read with pdf.js; `path` is for diagnostics. Pages are read only if asked for, and `beforePage`
 * is told of each.
 *
 * Fails with `dossier/encrypted`, `dossier/damaged`, `dossier/too-many` or `dossier/too-big`. Does not bound what is
 * unpacked on the way there: see `createPdfReader` for PDFs of strangers.
 */
export async function readPdfContents(
  bytes: Uint8Array,
  path: string,
  options: { pages?: boolean; beforePage?(): void } = {},
): Promise<Outcome<PdfContents>> {
  // On Node pdf.js takes these from a native package for drawing, which need not be there. Nothing is drawn here.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
  // Loaded when it is needed: nothing else that runs on Node has to wait for it.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // In a bundle pdf.js would look for its worker beside the bundle.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  // A copy, for pdf.js takes the buffer away from who gives it.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    stopAtErrors: true,
  })
  try {
    const document = await task.promise
    const { info } = await document.getMetadata()
    const { EncryptFilterName, Title } = info as { EncryptFilterName?: string | null; Title?: unknown }
    if (EncryptFilterName) return failure(pdfFaults.encrypted(path))
    const title = typeof Title === 'string' ? Title : ''
    const attached: Record<string, { rawFilename?: string; filename: string; content?: Uint8Array | null }> =
      (await document.getAttachments()) ?? {}
    const attachments = Object.values(attached).map(({ rawFilename, filename, content }) => ({
      path: rawFilename ?? filename,
      bytes: new Uint8Array(content ?? []),
    }))
    if (attachments.length > mostAttachments) return failure(pdfFaults.tooMany(path, attachments.length))
    const total = attachments.reduce((sum, file) => sum + file.bytes.length, 0)
    if (total > largestPdf) return failure(pdfFaults.tooBig(path, total))
    const pages: string[] = []
    for (let number = 1; options.pages && number <= document.numPages; number++) {
      options.beforePage?.()
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replace(/\s+/g, ' '),
      )
    }
    return success({ title, attachments, pages })
  } catch (error) {
    const openFiles = openFilesFault(error)
    if (openFiles) return failure(openFiles)
    // Whatever else pdf.js stumbles over is a fault of the file: it is the reader that browsers trust.
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return failure(isLocked ? pdfFaults.encrypted(path) : pdfFaults.damaged(path))
  } finally {
    await task.destroy()
  }
}
