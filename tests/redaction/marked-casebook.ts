import { inflateSync } from 'node:zlib'
import type { SourceFile } from '../../engine/base/index.js'
import type { Workspace } from '../../engine/compile/index.js'
import { readPdfContents } from '../../host/pdf/pdf-file.js'
import { casebookOf } from '../small/casebook.js'

/** A workspace whose records of `keys`, `collection/id`, are internal. */
export function withInternal(workspace: Workspace, ...keys: string[]): Workspace {
  const sources = workspace.sources.map((file): SourceFile => {
    const collection = /^casebook\/(.+)\.yaml$/.exec(file.path)?.[1]
    let { text } = file
    for (const key of keys) {
      const [folder, id] = key.split('/')
      if (folder !== collection) continue
      const marked = text.replace(new RegExp(`^- id: ${id}$`, 'm'), `$&\n  internal: true`)
      if (marked === text) throw new Error(`no ${key}`)
      text = marked
    }
    return { ...file, text }
  })
  return workspaceOf(workspace, sources)
}

export function workspaceOf(workspace: Workspace, sources: SourceFile[]): Workspace {
  return { ...workspace, sources, casebook: casebookOf(sources) }
}

/**
 * Everything that can be read in a PDF: its bytes, each of its compressed streams opened, its attachments, and the
 * text of its pages, whose letters a subset font numbers anew.
 */
export async function everythingIn(pdf: Uint8Array): Promise<string> {
  const raw = Buffer.from(pdf)
  const parts = [raw]
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    if (raw.subarray(at - 3, at).toString() === 'end') continue
    const end = raw.indexOf('endstream', at)
    const dictionary = raw.subarray(raw.lastIndexOf('obj', at), at).toString('latin1')
    if (dictionary.includes('/FlateDecode')) parts.push(inflateSync(raw.subarray(at + 7, end)))
  }
  const contents = await readPdfContents(pdf, 'redacted.pdf', { pages: true })
  if (!contents.ok) throw new Error(JSON.stringify(contents.diagnostics))
  const { attachments, pages } = contents.value
  const paths = attachments.map(({ path }) => path)
  // Text of a PDF's own objects is UTF-16 where it is not plain: its zeros are no letters.
  const streams = parts.flatMap((part) => [part.toString('latin1'), part.toString('utf8')])
  return [...streams.map((text) => text.replaceAll('\0', '')), ...paths, ...pages].join('\n')
}

/** Texts of all languages in one, to be searched for words. */
export function plainText(text: string): string {
  return text
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase()
}
