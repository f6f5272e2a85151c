import type { SourceFile } from '../../base/index.js'
import type { TemplateLibrary } from '../types.js'

/** The partials that `texts` call, and those that these call in turn, sorted by name. */
export function usedPartials(library: TemplateLibrary, texts: string[]): SourceFile[] {
  const used = new Map<string, SourceFile>()
  const open = [...texts]
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const name of namesCalled(text)) {
      const file = library.partials.get(name)?.file
      if (!file || used.has(name)) continue
      used.set(name, file)
      open.push(file.text)
    }
  }
  return [...used].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, file]) => file)
}

/**
 * Looked for in the text and not in its tree: calls stand in front matter and in records too, and one partial too
 * many does no harm.
 */
function namesCalled(text: string): string[] {
  return [...text.matchAll(/\{\{~?#?>\s*["']?([^\s"'{}()|~]+)/g)].map(([, name]) => name ?? '')
}
