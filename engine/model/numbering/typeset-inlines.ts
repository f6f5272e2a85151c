import { contentOf, type Inline, type Link, textOf } from '../../document/index.js'
import { type Language, languageOfRules, type Stretch, typesetLine } from '../../locale/index.js'

/** A line of the document as a printer sets it; see `typesetLine`. Code and addresses stay as they are. */
export function typesetInlines(line: readonly Inline[], language: Language): Inline[] {
  const stretches: Stretch[] = []
  gather(line, language)
  const texts = typesetLine(stretches)
  let next = 0
  return line.map(rebuilt)

  function gather(inlines: readonly Inline[], rules: Language | undefined): void {
    for (const inline of inlines) {
      if (inline.type === 'text')
        stretches.push({ text: inline.text, language: inline.code ? undefined : rules })
      else if (inline.type === 'lineBreak') stretches.push({ text: '\n' })
      else gather(contentOf(inline), rulesIn(inline, rules))
    }
  }

  function rebuilt(inline: Inline): Inline {
    if (inline.type === 'text') return { ...inline, text: texts[next++] ?? inline.text }
    if (inline.type === 'lineBreak') next++
    return 'content' in inline ? { ...inline, content: inline.content.map(rebuilt) } : inline
  }
}

function rulesIn(inline: Inline, rules: Language | undefined): Language | undefined {
  if (inline.type === 'link' && saysItsAddress(inline)) return undefined
  return inline.type === 'foreign' && rules ? languageOfRules(inline.language) : rules
}

function saysItsAddress({ address, content }: Link): boolean {
  const words = textOf(content)
  return words !== '' && !/\s/.test(words) && address.includes(words)
}
