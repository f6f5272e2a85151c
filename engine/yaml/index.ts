/**
 * YAML as an author wrote it: what it says, and on which line and column each part of it stands.
 *
 * `readYamlFile` reads one file or gives its faults; `checkShape` compares what it says with a schema. Whose fault it
 * is (`casebook`, `template`, `brief`, `theme`) is given by who calls. `placeInScalar` finds a line of a text in its file.
 * `writeYaml` writes data; `editFields` changes what a file says and leaves the rest of it as it was written.
 */
export { checkShape, placeAtPath } from './check-shape.js'
export { type CutText, cutText, cutTextInWords, cutTexts, isWord } from './cut-text.js'
export { editFields, isSameData } from './edit-fields.js'
export { placeInScalar } from './place-in-scalar.js'
export { writeYaml } from './write-yaml.js'
export {
  fieldsOf,
  type Layer,
  nodeAt,
  placeOf,
  plain,
  readYamlFile,
  wordsFor,
  type YamlFile,
} from './yaml-file.js'
