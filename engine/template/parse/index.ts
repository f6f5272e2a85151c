/**
 * Reading the files that templates are made of: front matter, Handlebars, layouts and partials.
 *
 * `parseTemplate` reads the head of a file and keeps its body unread; `parseSyntax` gives the tree of a body.
 */
export { defaultOf, withDefaults } from './defaults.js'
export { helperName, inlineName, isScoped, literalOf } from './expressions.js'
export { findTemplate, templateOf, unknownEntry } from './find-template.js'
export { parsePart, parseTemplate } from './front-matter.js'
export { type PartLibrary, readPart, readParts } from './parts.js'
export { bodyOf, defaultTexts } from './source-texts.js'
export {
  originNamed,
  parseSyntax,
  placeOfLocation,
  placeOfNode,
  type SourceText,
  startOfText,
  textKey,
} from './syntax.js'
export { usedPartials } from './used-partials.js'
