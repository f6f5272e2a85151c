/**
 * What is wrong with a template before it runs, and with what a brief gives it.
 */
export { checkBrief } from './check-brief.js'
export { checkNarrative } from './check-narrative.js'
export { checkPassages, checkUnusedParts } from './check-parts.js'
export { checkTemplate, checkTextOn, checkTexts } from './check-template.js'
export { passageText, sectionText } from './prose-texts.js'
