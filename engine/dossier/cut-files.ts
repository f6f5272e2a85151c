import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { SourceFile } from '../base/index.js'
import { keptWith, withoutByteOrderMark } from '../base/index.js'
import {
  type Casebook,
  type CasebookRecord,
  type CollectionName,
  collectionNames,
  keyOfRecord,
} from '../casebook/index.js'

const headerPath = 'casebook/casebook.yaml'

/** Collections whose files cannot be taken apart by lines (a list in brackets, say), and are kept whole. */
export function wholeCollections(files: SourceFile[], casebook: Casebook): CollectionName[] {
  return collectionNames.filter((name) => {
    const file = fileOf(files, name)
    if (!file) return false
    const lines = linesOf(file)
    return casebook.collections[name].some((record) => dashOf(lines, record) === undefined)
  })
}

/**
 * The casebook's files with the lines of the records that are not in `keys` taken out, and everything else left as
 * its author wrote it. A comment right above a record goes with it. Collections of which nothing is kept have no
 * file, and `casebook.yaml` features what is there.
 *
 * Cutting what has been cut already changes nothing, so a document that is made again from its dossier has the
 * same one.
 */
export function cutFiles(files: SourceFile[], casebook: Casebook, keys: ReadonlySet<string>): SourceFile[] {
  const whole = wholeCollections(files, casebook)
  const header = files.find(({ path }) => path === headerPath)
  const collections = collectionNames.flatMap((name): SourceFile[] => {
    const file = fileOf(files, name)
    const records = casebook.collections[name]
    if (!file || !records.some((record) => keys.has(keyOfRecord(record)))) return []
    if (whole.includes(name)) return [file]
    return [{ path: file.path, text: cutLines(file, records, keys) }]
  })
  return [...(header ? [cutFeatured(header, keys)] : []), ...collections]
}

function fileOf(files: SourceFile[], name: CollectionName): SourceFile | undefined {
  return files.find(({ path }) => path === `casebook/${name}.yaml`)
}

/** With their line ends, so that joined they are the text again. */
const linesOf = keptWith((file: SourceFile): readonly string[] =>
  withoutByteOrderMark(file.text).split(/(?<=\n)/),
)

/** How far in the dash of a record stands; `undefined` where the record does not begin a line with one. */
function dashOf(lines: readonly string[], { at }: CasebookRecord): number | undefined {
  const before = (lines[at.line - 1] ?? '').slice(0, at.column - 1)
  return /^ *- +$/.test(before) ? before.indexOf('-') : undefined
}

function cutLines(file: SourceFile, records: CasebookRecord[], keys: ReadonlySet<string>): string {
  const lines = linesOf(file)
  const starts = records.map((record) => startOf(lines, record))
  const kept = records.flatMap((record, index) =>
    keys.has(keyOfRecord(record)) ? lines.slice(starts[index], starts[index + 1]) : [],
  )
  return [...lines.slice(0, starts[0]), ...kept].join('')
}

/** The line that a record begins on, with the comment above it. Text within the record before stands further in. */
function startOf(lines: readonly string[], record: CasebookRecord): number {
  const dash = dashOf(lines, record) ?? 0
  let start = record.at.line - 1
  while (start > 0 && isCommentAt(lines[start - 1] ?? '', dash)) start -= 1
  return start
}

function isCommentAt(line: string, furthest: number): boolean {
  const indent = /^ *(?=#)/.exec(line)?.[0].length
  return indent !== undefined && indent <= furthest
}

const treeOf = keptWith((file: SourceFile) =>
  parseDocument(withoutByteOrderMark(file.text), { schema: 'core' }),
)

/** `featured` in `casebook.yaml` without the ids of records that are not there. */
function cutFeatured(file: SourceFile, keys: ReadonlySet<string>): SourceFile {
  const text = withoutByteOrderMark(file.text)
  const root = treeOf(file).contents
  const featured = isMap(root) ? root.get('featured', true) : undefined
  if (!isMap(featured)) return { path: file.path, text }
  let cut = text
  // From the end, so that the places before stay where they are.
  for (const { key, value } of [...featured.items].reverse()) {
    if (!isScalar(key) || !isSeq(value)) continue
    const ids = value.items.map((item) => (isScalar(item) ? String(item.value) : ''))
    const kept = ids.filter((id) => keys.has(`${String(key.value)}/${id}`))
    const range = (value as Node).range
    if (kept.length === ids.length || !range) continue
    const old = cut.slice(range[0], range[1])
    const end = /\s*$/.exec(old)?.[0] ?? ''
    cut = `${cut.slice(0, range[0])}[${kept.join(', ')}]${end}${cut.slice(range[1])}`
  }
  return { path: file.path, text: cut }
}
