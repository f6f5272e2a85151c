import { readFileSync, statSync } from 'node:fs'
import { type Diagnostic, failure, type Outcome, success } from '../engine/diagnostic.js'
import type { StoredFile } from '../engine/dossier/index.js'
import { fileFault } from './file-fault.js'

/** The largest PDF that is read, and the most that its attachments may come to, in bytes. */
const largest = 100 * 1024 * 1024

/** A PDF as another program than the one that wrote it sees it. */
export interface PdfContents {
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
  try {
    const { size } = statSync(path)
    if (size > largest) return failure(tooBig(path, size))
    const bytes = new Uint8Array(readFileSync(path))
    const text = (part: Uint8Array) => Buffer.from(part).toString('latin1')
    if (!text(bytes.subarray(0, 1024)).includes('%PDF-'))
      return failure(fault('not-pdf', path, 'is no PDF', 'give the PDF of a brief'))
    if (!text(bytes.subarray(-1024)).includes('%%EOF'))
      return failure(fault('truncated', path, 'stops before its end', 'copy or download it again'))
    return success(bytes)
  } catch (error) {
    return failure(fileFault(error, path, 'read'))
  }
}

/**
 * What a PDF holds, read with pdf.js; `path` is for diagnostics. Pages are read only if asked for.
 *
 * Fails with `dossier/encrypted`, `dossier/damaged` or `dossier/too-big`.
 */
export async function readPdfContents(
  bytes: Uint8Array,
  path: string,
  options: { pages?: boolean } = {},
): Promise<Outcome<PdfContents>> {
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
    if ((info as { EncryptFilterName?: string | null }).EncryptFilterName) return failure(encrypted(path))
    const attached: Record<string, { rawFilename?: string; filename: string; content?: Uint8Array | null }> =
      (await document.getAttachments()) ?? {}
    const attachments = Object.values(attached).map(({ rawFilename, filename, content }) => ({
      path: rawFilename ?? filename,
      bytes: new Uint8Array(content ?? []),
    }))
    const total = attachments.reduce((sum, file) => sum + file.bytes.length, 0)
    if (total > largest) return failure(tooBig(path, total))
    const pages: string[] = []
    for (let number = 1; options.pages && number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join(' ')
          .replace(/\s+/g, ' '),
      )
    }
    return success({ attachments, pages })
  } catch (error) {
    // Whatever pdf.js stumbles over is a fault of the file: it is the reader that browsers trust.
    if (error instanceof Error && error.name === 'PasswordException') return failure(encrypted(path))
    return failure(fault('damaged', path, 'cannot be read as a PDF', 'copy or download it again'))
  } finally {
    await task.destroy()
  }
}

function encrypted(path: string): Diagnostic {
  return fault('encrypted', path, 'is protected by a password', 'ask for a copy without a password')
}

function tooBig(path: string, size: number): Diagnostic {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
  const found = `comes to ${megabytes(size)} MB, at most ${megabytes(largest)} MB are read`
  return fault('too-big', path, found, 'check that it is the file you meant')
}

function fault(code: string, path: string, found: string, hint: string): Diagnostic {
  return {
    severity: 'error',
    code: `dossier/${code}`,
    message: `\`${path}\` ${found}`,
    hints: [hint],
    at: { file: path, line: 1, column: 1 },
  }
}
