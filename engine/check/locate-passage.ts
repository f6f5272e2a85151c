import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { type FilePlace, keptWith, type PassagePlace, type SourceFile, startOf } from '../base/index.js'
import type { Language } from '../locale/index.js'
import { fieldsOf, placeInScalar, placeOf, readYamlFile, type YamlFile } from '../yaml/index.js'

const passages = 'casebook/passages.yaml'

/** The line of the casebook's files that a place in a passage is on, in a document in `language`. */
export function locatePassage(place: PassagePlace, sources: SourceFile[], language: Language): FilePlace {
  const source = sources.find(({ path }) => path === passages)
  const { file } = source ? readPassages(source) : {}
  const records = isSeq(file?.root) ? (file.root.items as Node[]) : []
  const record = records.find((one) => {
    const id = fieldIn(one, 'id')
    return isScalar(id) && id.value === place.passage
  })
  if (!file || !record) return startOf(passages)
  const text = fieldIn(record, 'text')
  const words = isMap(text) ? (fieldIn(text, language) ?? fieldsOf(text)[0]?.node) : text
  return words ? placeInScalar(file, words, place) : placeOf(file, record)
}

const readPassages = keptWith((source: SourceFile): { file?: YamlFile } => readYamlFile(source, 'casebook'))

function fieldIn(node: Node, name: string): Node | null | undefined {
  return isMap(node) ? fieldsOf(node).find((field) => field.name === name)?.node : undefined
}
