/**
 * What is wrong with a template before it runs, and with what a brief gives it.
 */
export { checkBrief } from './check-brief.js'
export { checkTemplate, checkTextOn, checkTexts } from './check-template.js'
