import type { ComparedStretch } from '../../electron/contract/index.js'
import { useWords } from './words.js'

/** Changed words up to which the window compares by words while an author waits. */
export const mostEdits = 1000

/** A stretch that is the same on both sides is cut where it is longer than this, in characters. */
const longest = 400

/**
 * Two texts as one, with what only one of them has marked: struck out or underlined, and said to who does not see it.
 */
export function ComparedText({ stretches, label }: { stretches: ComparedStretch[]; label: string }) {
  const say = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="compared-text" tabIndex={0} aria-label={label}>
      {stretches.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'same') return <span key={key}>{shortened(text)}</span>
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={key}>
            <span className="hidden-text">{kind === 'added' ? say.beginAdded : say.beginRemoved}</span>
            {text}
            <span className="hidden-text">{kind === 'added' ? say.endAdded : say.endRemoved}</span>
          </Mark>
        )
      })}
    </section>
  )
}

function shortened(text: string): string {
  if (text.length <= longest) return text
  const start = text.slice(0, longest / 2).replace(/[^\n]*$/, '')
  const end = text.slice(-longest / 2).replace(/^[^\n]*/, '')
  return `${start}   …${end}`
}
