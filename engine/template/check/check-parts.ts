import type { Diagnostic } from '../../base/index.js'
import type { Casebook } from '../../casebook/index.js'
import type { Language } from '../../locale/index.js'
import { findTemplate, readPart, usedPartials } from '../parse/index.js'
import type { LibraryEntry, TemplateLibrary } from '../types.js'
import { any } from '../values/index.js'
import { checkSources } from './check-sources.js'
import type { CheckScene } from './checking.js'
import { passageText } from './prose-texts.js'

/**
 * What is wrong in the layouts and partials of a library that none of its templates reaches, each taken by itself: its
 * front matter, its Handlebars, and every name that means the same wherever it is called from.
 */
export function checkUnusedParts(library: TemplateLibrary, casebook: Casebook): Diagnostic[] {
  const scene = sceneOf(library, casebook)
  const layoutsUsed = new Set(
    [...library.templates.keys()].map((id) => {
      const template = findTemplate(library, id)
      return template.ok ? template.value.layout : undefined
    }),
  )
  const texts = [...textsIn(library.templates), ...textsIn(library.layouts)]
  const partialsUsed = new Set(usedPartials(library, texts))
  const layouts = [...library.layouts].filter(([id]) => !layoutsUsed.has(id))
  const partials = [...library.partials].filter(([, { file }]) => !partialsUsed.has(file))
  return [
    ...layouts.flatMap(([, { file }]) => {
      const layout = readPart(file)
      const parts = { ...scene.parts, layout }
      return checkSources([{ source: layout, here: any, isLayout: true }], { ...scene, parts })
    }),
    ...partials.flatMap(([, { file }]) => {
      const partial = readPart(file)
      return [...partial.faults, ...checkSources([{ source: partial, here: any, isPart: true }], scene)]
    }),
  ]
}

/** What is wrong in the passages of a casebook in a language, whichever template prints them and whether one does. */
export function checkPassages(
  casebook: Casebook,
  library: TemplateLibrary,
  language: Language,
): Diagnostic[] {
  const sources = casebook.collections.passages.map((passage) => passageText(passage, language))
  return checkSources(
    sources.map((source) => ({ source, here: any })),
    sceneOf(library, casebook),
  )
}

/** A template of which nothing is known. */
function sceneOf(library: TemplateLibrary, casebook: Casebook): CheckScene {
  const partials = new Map([...library.partials].map(([name, { file }]) => [name, readPart(file)]))
  return { casebook, parts: { partials }, names: new Map(), body: { file: '', text: '', line: 1 } }
}

function textsIn(entries: Map<string, LibraryEntry>): string[] {
  return [...entries.values()].map(({ file }) => file.text)
}
