import { useMemo, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { Choice, DocumentState } from '../../electron/contract/index.js'
import { compareWords } from '../../engine/compare/index.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { TextArea } from '../controls/text-area.js'
import { mostEdits } from './compared-text.js'
import { resolveDocument, saveDocument } from './document-actions.js'
import { putDocumentDialogAway } from './document-dialogs.js'
import { useWords, type Words } from './words.js'

type Part = NonNullable<DocumentState['conflict']>[number]
type Both = Extract<Part, { kind: 'both' }>
type Settled = Extract<Part, { kind: 'settled' }>
type Way = Extract<Choice, string> | 'own'

interface Decision {
  way: Way
  own: string
}

/** Lines around a part that are shown, so that it is known where it stands. */
const around = 3

/** What the author and another program both changed, side by side, for the author to choose part by part. */
export function ConflictDialog({ state }: { state: DocumentState }) {
  const { conflict } = state
  if (!conflict) return null
  // Where the other program writes once more, what was chosen so far was chosen of something else.
  return <Parts key={JSON.stringify(conflict)} parts={conflict} state={state} />
}

function Parts({ parts, state: { file, version } }: { parts: Part[]; state: DocumentState }) {
  const say = useWords()
  const asked = parts.filter((part) => part.kind === 'both')
  const [decisions, setDecisions] = useState<(Decision | undefined)[]>(() => asked.map(() => undefined))
  const decided = decisions.filter((decision) => decision !== undefined)
  async function apply() {
    const choices = decided.map(({ way, own }): Choice => (way === 'own' ? { text: own } : way))
    if (!(await resolveDocument(file, choices, version))) return
    putDocumentDialogAway()
    await saveDocument(file)
  }
  let number = -1
  return (
    <Sheet title={say.conflictTitle} width={900} onClose={putDocumentDialogAway}>
      <p className="hint">{say.conflictBody}</p>
      <div className="conflict-parts">
        {parts.map((part, index) => {
          if (part.kind === 'settled')
            return (
              <Context
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and do not move
                key={index}
                part={part}
                hasBefore={index > 0}
                hasAfter={index < parts.length - 1}
              />
            )
          number += 1
          const mine = number
          return (
            <PartChoice
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={index}
              part={part}
              label={say.conflictPart(mine + 1, asked.length)}
              decision={decisions[mine]}
              onDecide={(decision) => setDecisions((all) => all.with(mine, decision))}
            />
          )
        })}
      </div>
      <div className="dialog-buttons">
        <span className="hint conflict-count" role="status">
          {say.decided(decided.length, asked.length)}
        </span>
        <PushButton onPress={putDocumentDialogAway}>{say.decideLater}</PushButton>
        <PushButton look="main" isDisabled={decided.length < asked.length} onPress={() => void apply()}>
          {say.takeChosen}
        </PushButton>
      </div>
    </Sheet>
  )
}

/** Of what is settled, the lines next to what is not. */
function Context({ part, hasBefore, hasAfter }: { part: Settled; hasBefore: boolean; hasAfter: boolean }) {
  const lines = part.text.split('\n')
  const first = hasBefore ? lines.slice(0, around) : []
  const last = hasAfter ? lines.slice(Math.max(first.length, lines.length - around)) : []
  const isCut = first.length + last.length < lines.length
  const shown = [...first, ...(isCut ? ['…'] : []), ...last]
  return shown.length > 0 ? <p className="conflict-context">{shown.join('\n')}</p> : null
}

function PartChoice({
  part,
  label,
  decision,
  onDecide,
}: {
  part: Both
  label: string
  decision: Decision | undefined
  onDecide(decision: Decision): void
}) {
  const say = useWords()
  const own = decision?.own ?? part.mine ?? ''
  return (
    <section className="conflict-part" aria-label={label}>
      <div className="conflict-sides">
        <Side title={say.mine} text={part.mine} other={part.theirs} />
        <Side title={say.theirs} text={part.theirs} other={part.mine} />
      </div>
      <RadioGroup
        aria-label={label}
        className="conflict-ways"
        value={decision?.way ?? null}
        onChange={(way) => onDecide({ way: way as Way, own })}
      >
        {waysOf(part, say).map(({ way, label }) => (
          <Radio key={way} value={way} className="radio">
            {label}
          </Radio>
        ))}
      </RadioGroup>
      {decision?.way === 'own' && (
        <TextArea
          label={say.ownText}
          rows={Math.min(8, own.split('\n').length + 1)}
          value={own}
          onChange={(own) => onDecide({ way: 'own', own })}
        />
      )}
    </section>
  )
}

function waysOf({ mine, theirs }: Both, say: Words): { way: Way; label: string }[] {
  const both: { way: Way; label: string }[] = [
    { way: 'mine-then-theirs', label: say.keepBoth },
    { way: 'theirs-then-mine', label: say.keepBothTurned },
  ]
  return [
    { way: 'mine', label: say.keepMine },
    { way: 'theirs', label: say.keepTheirs },
    ...(mine !== undefined && theirs !== undefined ? both : []),
    { way: 'own', label: say.writeOwn },
  ]
}

/** One side, with the words marked that the other does not have. */
function Side({
  title,
  text,
  other,
}: {
  title: string
  text: string | undefined
  other: string | undefined
}) {
  const say = useWords()
  const stretches = useMemo(
    () => compareWords(other ?? '', text ?? '', mostEdits).filter(({ kind }) => kind !== 'removed'),
    [other, text],
  )
  return (
    <div className="conflict-side">
      <h3>{title}</h3>
      {text === undefined ? (
        <p className="hint">{say.takenOut}</p>
      ) : (
        <p className="conflict-text">
          {stretches.map(({ kind, text }, index) =>
            kind === 'same' ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name, and do not move
              <mark key={index}>{text}</mark>
            ),
          )}
        </p>
      )}
    </div>
  )
}
