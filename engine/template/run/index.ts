/**
 * Running a template for a brief: `runTemplate` gives Markdown with marks for every value, in its layout.
 */
export { runTemplate, type TemplateInput } from './run-template.js'
