import type { SourceFile } from '../base/index.js'
import {
  type Diagnostic,
  decodeUtf8,
  diagnosticsOf,
  isUtf8,
  unreachable,
  withoutByteOrderMark,
} from '../base/index.js'
import { parsePart, parseTemplate } from '../template/index.js'
import type { Template } from '../template/types.js'
import { faultOfFile } from './pack-fault.js'
import { idOfPath } from './pack-kind.js'
import type { PackFile } from './types.js'

/** What is wrong with a theme. Given from outside, for themes are read next to where they are drawn. */
export type CheckTheme = (file: SourceFile) => Diagnostic[]

/** More than any template has, in bytes; the parser of templates reads no longer text either. */
const longestText = 1_000_000

/**
 * What is wrong within the files of a pack, each taken by itself: `pack/too-big`, `pack/not-utf-8`,
 * `pack/not-a-picture`, the faults of front matter and themes, and `pack/id` or `pack/same-id` for a template that
 * does not say the id of its file, by which briefs find it.
 */
export function checkContents(files: PackFile[], checkTheme: CheckTheme): Diagnostic[] {
  return [...files.flatMap((file) => checkFile(file, checkTheme)), ...checkIds(files)]
}

/** A file as text, without a byte order mark. */
export function textOf({ path, bytes }: { path: string; bytes: Uint8Array }): SourceFile {
  return { path, text: withoutByteOrderMark(decodeUtf8(bytes)) }
}

/** The templates of a pack that can be read. */
export function templatesOf(files: PackFile[]): Template[] {
  return files.flatMap((file) => {
    if (file.kind !== 'template') return []
    const template = parseTemplate(textOf(file))
    return template.ok ? [template.value] : []
  })
}

function checkFile(file: PackFile, checkTheme: CheckTheme): Diagnostic[] {
  const { path, bytes, kind } = file
  if (kind === 'picture') {
    if (isPicture(bytes)) return []
    return [faultOfFile('not-a-picture', path, `\`${path}\` is neither PNG nor JPEG`, 'save it as PNG')]
  }
  if (bytes.length > longestText) {
    const message = `\`${path}\` has ${bytes.length} bytes, at most ${longestText} are read`
    return [faultOfFile('too-big', path, message)]
  }
  if (!isUtf8(bytes)) {
    const message = `\`${path}\` is not text in UTF-8`
    return [faultOfFile('not-utf-8', path, message, 'save it again with the encoding UTF-8')]
  }
  switch (kind) {
    case 'template':
      return diagnosticsOf(parseTemplate(textOf(file)))
    case 'layout':
    case 'partial':
      return parsePart(textOf(file)).diagnostics
    case 'theme':
      return checkTheme(textOf(file))
    default:
      return unreachable(kind as never)
  }
}

function checkIds(files: PackFile[]): Diagnostic[] {
  const byId = new Map<string, Template[]>()
  for (const template of templatesOf(files)) {
    byId.set(template.id, [...(byId.get(template.id) ?? []), template])
  }
  return [...byId].flatMap(([id, templates]): Diagnostic[] => {
    const [first, ...others] = templates.map(({ file }) => file.path)
    if (first !== undefined && others.length > 0) {
      const message = `${[first, ...others].map((path) => `\`${path}\``).join(' and ')} both say \`id: ${id}\``
      return others.map((path) =>
        faultOfFile('same-id', path, message, 'give each template the id that is its file’s name'),
      )
    }
    if (first === undefined || idOfPath(first) === id) return []
    const hints = [`write \`id: ${idOfPath(first)}\`, or call the file \`${id}.hbs\``]
    return [faultOfFile('id', first, `\`${first}\` says \`id: ${id}\`, which is not its name`, ...hints)]
  })
}

/** By the first bytes: those of PNG, or of JPEG. */
function isPicture(bytes: Uint8Array): boolean {
  return [pngStart, jpegStart].some((start) => start.every((byte, index) => bytes[index] === byte))
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpegStart = [0xff, 0xd8, 0xff]
