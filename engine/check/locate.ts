import { isMap, isScalar, type Node } from 'yaml'
import {
  type Diagnostic,
  type FileDiagnostic,
  type FilePlace,
  keptWith,
  type Place,
  type SourceFile,
  startOf,
  type WholeFile,
} from '../base/index.js'
import { fieldsOf, placeInScalar, placeOf, readYamlFile, type YamlFile } from '../yaml/index.js'

/** Diagnostics of a brief with their places in its file. Those that have none there go without. */
export function locateAll(diagnostics: Diagnostic[], brief: SourceFile | undefined): FileDiagnostic[] {
  return diagnostics.map(({ at, ...one }) => {
    const place = at && locate(at, brief)
    return place ? { ...one, at: place } : one
  })
}

/**
 * The line of a file that a place is on: a section, parameter or field is where `brief` has it, and one that is not
 * given is where it would be. `undefined` for a place that is in no file that is known.
 */
export function locate(place: Place, brief: SourceFile | undefined): FilePlace | WholeFile | undefined {
  if ('file' in place) return place
  if (!brief || 'passage' in place) return undefined
  const { file } = readBriefFile(brief)
  if (!file) return startOf(brief.path)
  if ('field' in place) {
    const field = fieldIn(file.root, place.field)
    return placeOf(file, field?.node ?? field?.key)
  }
  const isSection = 'section' in place
  const group = fieldIn(file.root, isSection ? 'narrative' : 'parameters')
  const given = fieldIn(group?.node, isSection ? place.section : place.parameter)
  if (isSection && isScalar(given?.node)) return placeInScalar(file, given.node, place)
  return placeOf(file, given?.key ?? group?.key)
}

const readBriefFile = keptWith((brief: SourceFile): { file?: YamlFile } => readYamlFile(brief, 'brief'))

function fieldIn(node: Node | null | undefined, name: string) {
  return isMap(node) ? fieldsOf(node).find((field) => field.name === name) : undefined
}
