import { useEffect, useRef } from 'react'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { putSourceAway, type SourceView } from './use-workspace.js'
import { useWords } from './words.js'

/** How many lines are shown around the one that is meant; a casebook has thousands. */
const around = 200

/** A file as it is on the disk, at the line that a diagnostic means. To read, not to write. */
export function SourceDialog({ source }: { source: SourceView }) {
  const say = useWords()
  const marked = useRef<HTMLLIElement>(null)
  useEffect(() => marked.current?.scrollIntoView({ block: 'center' }), [])
  const lines = source.text.split('\n')
  const first = Math.max(0, source.line - 1 - around)
  return (
    <Sheet title={source.file} width={900} onClose={putSourceAway}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ol className="source-lines" aria-label={say.sourceOf(source.file)} tabIndex={0}>
        {lines.slice(first, source.line + around).map((line, index) => {
          const number = first + index + 1
          const isMeant = number === source.line
          return (
            <li
              key={number}
              ref={isMeant ? marked : undefined}
              aria-current={isMeant ? 'location' : undefined}
            >
              <span className="line-number">{number}</span>
              <span>{line || ' '}</span>
            </li>
          )
        })}
      </ol>
      <div className="dialog-buttons">
        <PushButton look="main" onPress={putSourceAway}>
          {say.close}
        </PushButton>
      </div>
    </Sheet>
  )
}
