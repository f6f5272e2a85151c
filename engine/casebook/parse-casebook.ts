import type { SourceFile } from '../base/index.js'
import {
  type Diagnostic,
  failure,
  fewFaults,
  nearest,
  type Outcome,
  type Place,
  startOf,
  success,
} from '../base/index.js'
import { readYamlFile, type YamlFile } from '../yaml/index.js'
import { checkReferences, findDeadSources } from './check-references.js'
import { checkSourceLanguages } from './check-source-languages.js'
import { asDiagnostic } from './finding.js'
import { readHeader } from './read-header.js'
import { readRecords } from './read-record.js'
import type { Reading } from './reading.js'
import { type Casebook, type CasebookRecord, type CollectionName, collectionNames } from './types.js'

const folder = 'casebook/'
const headerPath = `${folder}casebook.yaml`

/**
 * Reads a whole casebook: `casebook/casebook.yaml` and one `casebook/<collection>.yaml` per collection.
 *
 * A collection without a file is empty. Files elsewhere are passed over. Every fault of every file is given at
 * once, except those that would only follow from a file that is not YAML or from a missing `casebook.yaml`.
 */
export function parseCasebook(files: SourceFile[]): Outcome<Casebook> {
  const diagnostics: Diagnostic[] = []
  const warnings: Diagnostic[] = []
  const read = new Map<string, YamlFile>()
  const broken = new Set<string>()
  for (const source of files.filter(isYamlOfCasebook)) {
    if (source.path !== headerPath && !collectionOf(source.path)) {
      diagnostics.push(unknownFile(source.path))
      continue
    }
    const result = readYamlFile(source, 'casebook')
    ;(result.file ? warnings : diagnostics).push(...result.diagnostics)
    if (result.file) read.set(source.path, result.file)
    else broken.add(source.path)
  }
  const headerFile = read.get(headerPath)
  if (!headerFile) {
    // Without the declared claims and terms every record would look wrong.
    if (!broken.has(headerPath)) diagnostics.unshift(missingHeader(files))
    return failure(...diagnostics)
  }
  const reading: Reading = {
    file: headerFile,
    diagnostics,
    languages: [],
    terms: undefined,
    references: [],
    findings: [],
  }
  const header = readHeader(reading)
  reading.terms = new Set(Object.keys(header.terms))
  const collections = {} as Record<CollectionName, CasebookRecord[]>
  for (const collection of collectionNames) {
    const file = read.get(`${folder}${collection}.yaml`)
    collections[collection] = file
      ? readRecords(collection, header.schema[collection], { ...reading, file })
      : []
  }
  const unread = collectionNames.filter((collection) => broken.has(`${folder}${collection}.yaml`))
  const { findings, references } = reading
  const faults = [
    ...diagnostics,
    ...checkReferences(references, collections, unread),
    ...checkSourceLanguages(collections.sources),
  ]
  const lacks = [...findings, ...findDeadSources(references, collections, unread)]
  if (faults.length > 0) {
    // Who mends the one wants to know of the other; of a casebook that can be read, `checkEvidence` tells.
    const all = [
      ...faults,
      ...warnings,
      ...lacks.flatMap((finding) => asDiagnostic(finding, header.evidence)),
    ]
    return { ok: false, diagnostics: fewFaults(inFileOrder(all, files), 'casebook') }
  }
  return success({ ...header, findings: inFileOrder(lacks, files), collections }, warnings)
}

function isYamlOfCasebook(source: SourceFile): boolean {
  return source.path.startsWith(folder) && /\.ya?ml$/.test(source.path)
}

function collectionOf(path: string): CollectionName | undefined {
  return collectionNames.find((collection) => path === `${folder}${collection}.yaml`)
}

function unknownFile(path: string): Diagnostic {
  const name = path.slice(folder.length).replace(/\.ya?ml$/, '')
  const guess = nearest(name, ['casebook', ...collectionNames])
  return {
    severity: 'error',
    code: 'casebook/unknown-collection',
    message: `\`${path}\` is the file of no collection`,
    hints: [
      ...(guess ? [`did you mean \`${folder}${guess}.yaml\`?`] : []),
      `there are: ${collectionNames.map((collection) => `${collection}.yaml`).join(', ')}`,
    ],
    at: startOf(path),
  }
}

function missingHeader(files: SourceFile[]): Diagnostic {
  const found = files.length === 0 ? 'an empty folder' : `${files.length} other files`
  return {
    severity: 'error',
    code: 'casebook/missing-file',
    message: `found ${found}, expected \`${headerPath}\``,
    hints: [
      'check that this is the folder of a workspace',
      'make a new one with `briefwright new workspace DIR`',
    ],
    at: startOf(headerPath),
  }
}

/** Ordered as someone goes through the files to mend them. */
function inFileOrder<T extends { at?: Place }>(diagnostics: T[], files: SourceFile[]): T[] {
  const order = new Map(files.map((file, index) => [file.path, index]))
  const rank = ({ at }: T) =>
    at && 'file' in at ? [order.get(at.file) ?? -1, at.line ?? 0, at.column ?? 0] : [-1, 0, 0]
  return diagnostics
    .map((diagnostic) => ({ diagnostic, rank: rank(diagnostic) as [number, number, number] }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .map(({ diagnostic }) => diagnostic)
}
