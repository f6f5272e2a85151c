import type { Diagnostic } from '../../base/index.js'
import type { Casebook } from '../../casebook/index.js'
import { bodyOf, defaultTexts, type PartLibrary, readParts, type SourceText } from '../parse/index.js'
import type { Template, TemplateLibrary } from '../types.js'
import { shapesInReach, type ValueShape } from '../values/index.js'
import { type CheckedSource, checkSources } from './check-sources.js'

/**
 * Finds what is wrong in a template without running it, in every branch: its layout, its body, the partials that
 * they call with what they are given, and the default texts of its sections (T7, T8).
 *
 * Where the type of a value cannot be told nothing is reported of its fields.
 */
export function checkTemplate(
  template: Template,
  library: TemplateLibrary,
  casebook: Casebook,
): Diagnostic[] {
  const { parts, diagnostics } = readParts(library, template)
  return [...diagnostics, ...checkTexts(template, parts, casebook, defaultTexts(template))]
}

/** Checks the body of a template in its layout, and texts that are printed within it. */
export function checkTexts(
  template: Template,
  parts: PartLibrary,
  casebook: Casebook,
  texts: readonly SourceText[],
): Diagnostic[] {
  const sources: CheckedSource[] = [
    { source: parts.layout ?? bodyOf(template), isLayout: parts.layout !== undefined },
    ...texts.map((source) => ({ source })),
  ]
  return checkSources(sources, sceneOf(template, parts, casebook))
}

/** Checks a text whose `this` is `here`, as that of a passage on a record. */
export function checkTextOn(
  source: SourceText,
  here: ValueShape,
  template: Template,
  parts: PartLibrary,
  casebook: Casebook,
): Diagnostic[] {
  return checkSources([{ source, here }], sceneOf(template, parts, casebook))
}

function sceneOf(template: Template, parts: PartLibrary, casebook: Casebook) {
  const sections = template.sections.map((section) => section.id)
  return { casebook, parts, sections, names: shapesInReach(template), body: bodyOf(template) }
}
