import { type Diagnostic, type Outcome, success } from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { findAppRoot, versionOf } from '../files/index.js'
import type { OpenedPdf } from './open-dossier.js'
import type { PdfContents } from './pdf-file.js'
import type { PdfReader } from './read-pdf.js'

/**
 * How a PDF differs from `rebuilt`, the bytes that its dossier makes: one `dossier/differs` for each attachment and
 * page, none where the two are the same to the byte.
 */
export async function comparePdf(
  pdf: OpenedPdf,
  rebuilt: Uint8Array,
  readPdf: PdfReader,
): Promise<Outcome<Diagnostic[]>> {
  const first = firstDifference(pdf.bytes, rebuilt)
  if (first === undefined) return success([])
  const ours = await readPdf({ path: pdf.path, bytes: rebuilt, pages: true })
  if (!ours.ok) return ours
  const theirs = await readPdf({ path: pdf.path, bytes: pdf.bytes, pages: true })
  if (!theirs.ok) return theirs
  const differences = [
    ...attachmentDifferences(theirs.value.attachments, ours.value.attachments),
    ...pageDifferences(theirs.value, ours.value),
  ]
  if (differences.length === 0) {
    differences.push(
      `the text of every page and every attachment is the same, but the file differs from byte ${first} on`,
    )
  }
  const here = versionOf(findAppRoot())
  const { version } = pdf.dossier
  const hints =
    version === here
      ? ['the PDF was changed after it was made, or was made with other fonts']
      : [`it was made by version ${version}, and this is version ${here}: verify it with that version`]
  const at = { file: pdf.path }
  return success(
    differences.map((message) => ({ severity: 'error', code: 'dossier/differs', message, hints, at })),
  )
}

/** Offset of the first byte that is not the same. */
function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const shorter = Math.min(one.length, other.length)
  for (let index = 0; index < shorter; index++) if (one[index] !== other[index]) return index
  return one.length === other.length ? undefined : shorter
}

function attachmentDifferences(found: StoredFile[], expected: StoredFile[]): string[] {
  const byPath = new Map(found.map((file) => [file.path, file]))
  const known = new Set(expected.map(({ path }) => path))
  return [
    ...expected.flatMap(({ path, bytes }) => {
      const other = byPath.get(path)
      if (!other) return [`\`${path}\` is not attached, and would be`]
      const offset = firstDifference(other.bytes, bytes)
      if (offset === undefined) return []
      const line = Buffer.from(bytes.subarray(0, offset)).toString('latin1').split('\n').length
      return [`\`${path}\` differs from what would be attached, from line ${line} on`]
    }),
    ...found
      .filter(({ path }) => !known.has(path))
      .map(({ path }) => `\`${path}\` is attached, and would not be`),
  ]
}

function pageDifferences(found: PdfContents, expected: PdfContents): string[] {
  const pages = found.pages.flatMap((text, index) => {
    const other = expected.pages[index]
    if (other === undefined || other === text) return []
    const words = text.split(' ')
    const others = other.split(' ')
    const at = words.findIndex((word, place) => word !== others[place])
    const stretch = (all: string[]) => all.slice(Math.max(0, at), Math.max(0, at) + 6).join(' ')
    return [`page ${index + 1} says \`${stretch(words)}\`, and would say \`${stretch(others)}\``]
  })
  if (found.pages.length === expected.pages.length) return pages
  return [...pages, `it has ${found.pages.length} pages, and would have ${expected.pages.length}`]
}
