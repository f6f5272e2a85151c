import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Diagnostic } from '../../engine/base/index.js'
import { textIn } from '../../engine/locale/index.js'
import type { Template } from '../../engine/template/types.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { showSource } from '../workspace/use-workspace.js'
import { goTo } from './go-to.js'
import { describePlace, placeOf } from './place-of.js'
import { useWords } from './words.js'

/** How many are in the page at first, and how many more each time they are asked for. */
const step = 200

/** Diagnostics, errors first; each leads to its place. Of very many the first ones, and more when they are asked for. */
export function ProblemList({
  diagnostics,
  label,
  open,
  isElsewhere = false,
}: {
  diagnostics: Diagnostic[]
  label: string
  /** The brief that the diagnostics are about, if they are about one. */
  open?: { file: string; template: Template | undefined }
  /** The files are not those of the workspace, so that nothing leads to them. */
  isElsewhere?: boolean
}) {
  const say = useWords()
  const language = useLanguage()
  const [shown, setShown] = useState(step)
  const titleOf = (id: string) => {
    const section = open?.template?.sections.find((one) => one.id === id)
    return section ? textIn(section.title, language) : id
  }
  const sorted = diagnostics.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  const left = sorted.length - shown
  const list = (
    <ul className="problem-list" aria-label={label}>
      {sorted.slice(0, shown).map((diagnostic, index) => {
        const target = placeOf(diagnostic)
        const content = (
          <>
            <span className={`severity is-${diagnostic.severity}`}>
              {diagnostic.severity === 'error' ? say.error : say.warning}
            </span>
            <span className="problem-text">
              <span>
                <WithCode text={diagnostic.message} />
              </span>
              {diagnostic.hints.map((hint) => (
                <span key={hint} className="hint">
                  <WithCode text={hint} />
                </span>
              ))}
            </span>
            <span className="problem-place">{describePlace(target, say, titleOf)}</span>
          </>
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two diagnostics may be the same in every word
          <li key={index}>
            {target && !isElsewhere ? (
              <Button
                className="problem"
                onPress={() =>
                  target.type === 'source' ? void showSource(target.file, target.line ?? 1) : goTo(target)
                }
              >
                {content}
              </Button>
            ) : (
              <div className="problem">{content}</div>
            )}
          </li>
        )
      })}
    </ul>
  )
  if (left <= 0) return list
  return (
    <>
      {list}
      <div className="problems-left">
        <PushButton onPress={() => setShown(shown + step)}>{say.showMore(Math.min(step, left))}</PushButton>
        <span className="hint">{say.notShown(left)}</span>
      </div>
    </>
  )
}

/** Diagnostics put what stands in a file between backticks. */
function WithCode({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
  return text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))
}

/** "2 errors, 1 warning", or that there is none. */
export function useProblemCount(diagnostics: Diagnostic[]): string {
  const say = useWords()
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [errors > 0 && say.errors(errors), warnings > 0 && say.warnings(warnings)].filter(Boolean)
  return parts.join(', ') || say.noProblems
}
