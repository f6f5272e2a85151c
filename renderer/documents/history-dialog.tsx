import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import type { ComparedStretch, HistoryEntry } from '../../electron/contract/index.js'
import { type Diagnostic, diagnosticsOf } from '../../engine/base/index.js'
import { formatDate, type Language } from '../../engine/locale/index.js'
import { bridge } from '../base/bridge.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { ComparedText } from './compared-text.js'
import { restoreDocument } from './document-actions.js'
import { putDocumentDialogAway } from './document-dialogs.js'
import { flush } from './hand-in.js'
import { useWords } from './words.js'

interface Compared {
  id: string
  stretches: ComparedStretch[]
  faults: Diagnostic[]
}

/** The states of a file that were kept, each beside what it is now, and the way back to it. */
export function HistoryDialog({ file }: { file: string }) {
  const say = useWords()
  const language = useLanguage()
  const [entries, setEntries] = useState<HistoryEntry[]>()
  const [chosen, setChosen] = useState<string>()
  const [compared, setCompared] = useState<Compared>()
  useEffect(() => {
    async function read() {
      await flush()
      const kept = await bridge.documentHistory(file)
      setEntries(kept.ok ? kept.value : [])
      setChosen(kept.ok ? kept.value[0]?.id : undefined)
    }
    void read()
  }, [file])
  useEffect(() => {
    let isWanted = true
    async function compare(id: string) {
      const found = await bridge.compareWithHistory(file, id)
      if (isWanted) setCompared({ id, stretches: found.ok ? found.value : [], faults: diagnosticsOf(found) })
    }
    if (chosen !== undefined) void compare(chosen)
    return () => {
      isWanted = false
    }
  }, [file, chosen])
  const shown = compared?.id === chosen ? compared : undefined
  const isSame = shown?.stretches.every(({ kind }) => kind === 'same') ?? false
  return (
    <Sheet title={say.historyOf(file.replace(/^.*\//, ''))} width={900} onClose={putDocumentDialogAway}>
      <p className="hint">{say.historyHint}</p>
      {entries?.length === 0 && <p>{say.noHistory}</p>}
      {entries && entries.length > 0 && (
        <div className="history">
          <ListBox
            aria-label={say.savedStates}
            className="history-list"
            autoFocus
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={chosen === undefined ? [] : [chosen]}
            onSelectionChange={(keys) => keys !== 'all' && setChosen(String([...keys][0]))}
          >
            {entries.map((entry) => (
              <ListBoxItem
                key={entry.id}
                id={entry.id}
                textValue={momentOf(entry.when, language)}
                className="history-entry"
              >
                <Text slot="label">{momentOf(entry.when, language)}</Text>
                <Text slot="description" className="hint">
                  {say.kilobytes((entry.size / 1000).toFixed(1))}
                </Text>
              </ListBoxItem>
            ))}
          </ListBox>
          <div className="history-compared">
            <p className="hint" role="status">
              {shown && (shown.faults[0]?.message ?? (isSame ? say.asNow : say.howCompared))}
            </p>
            {shown && shown.faults.length === 0 && !isSame && (
              <ComparedText stretches={shown.stretches} label={say.differences} />
            )}
          </div>
        </div>
      )}
      <div className="dialog-buttons">
        <PushButton onPress={putDocumentDialogAway}>{say.close}</PushButton>
        <PushButton
          look="main"
          isDisabled={!shown || isSame || shown.faults.length > 0}
          onPress={() => {
            putDocumentDialogAway()
            if (shown) void restoreDocument(file, shown.id)
          }}
        >
          {say.restore}
        </PushButton>
      </div>
    </Sheet>
  )
}

/** Day and time as the window writes them: states of one day are told apart by the minute, and by the second. */
function momentOf(moment: number, language: Language): string {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = formatDate(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, language)
  return `${day}, ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`
}
