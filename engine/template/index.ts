/**
 * Templates: front matter, Handlebars, helpers.
 *
 * `parseTemplate` reads the head of a file, `checkTemplate` finds what is wrong in it without running it,
 * `runTemplate` runs it for a brief and gives Markdown in which every value is a mark that stands for finished
 * nodes of the document.
 */
export { checkBrief, checkNarrative, checkPassages, checkTemplate, checkUnusedParts } from './check/index.js'
export { type Helper, helpers } from './helpers/index.js'
export {
  defaultOf,
  findTemplate,
  parsePart,
  parseTemplate,
  templateOf,
  unknownEntry,
  usedPartials,
  withDefaults,
} from './parse/index.js'
export { runTemplate, type TemplateInput } from './run/index.js'
export type { LibraryEntry, Parameter, Section, Template, TemplateLibrary } from './types.js'
export { type Insert, type MarkedText, piecesOf, placeIn, printText, withoutPlaces } from './writing/index.js'
