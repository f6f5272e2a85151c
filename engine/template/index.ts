/**
 * Templates: front matter, Handlebars, helpers.
 *
 * `parseTemplate` reads the head of a file, `checkTemplate` finds what is wrong in it without running it,
 * `runTemplate` runs it for a brief and gives Markdown in which every value is a mark that stands for finished
 * nodes of the document.
 */
export { checkTemplate } from './check.js'
export { checkBrief } from './check-brief.js'
export { defaultOf, withDefaults } from './defaults.js'
export { findTemplate, templateOf, unknownEntry } from './find-template.js'
export { parsePart, parseTemplate } from './front-matter.js'
export type { Helper } from './helper.js'
export { helpers } from './helpers/index.js'
export { type Insert, type MarkedText, piecesOf, placeIn, withoutPlaces } from './marked-text.js'
export { printText } from './printing.js'
export { runTemplate, type TemplateInput } from './run-template.js'
export type { LibraryEntry, Parameter, Section, Template, TemplateLibrary } from './types.js'
export { usedPartials } from './used-partials.js'
