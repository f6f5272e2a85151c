import { useMemo } from 'react'
import { compareWords } from '../../engine/compare/index.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { ComparedText, mostEdits } from './compared-text.js'
import { undoDocument } from './document-actions.js'
import { putDocumentDialogAway } from './document-dialogs.js'
import { type News, noteDocument, type OpenDocument } from './use-documents.js'
import { useWords } from './words.js'

/** What another program wrote and was taken up, and the way back while nothing was changed since. */
export function NewsDialog({ file, document, news }: { file: string; document: OpenDocument; news: News }) {
  const say = useWords()
  const stretches = useMemo(() => compareWords(news.before, news.after, mostEdits), [news])
  const canUndo = document.text === news.after && document.state.canUndo
  const close = () => {
    putDocumentDialogAway()
    noteDocument(file, { news: undefined })
  }
  return (
    <Sheet title={say.takenInTitle} width={760} onClose={close}>
      <p className="hint">{say.takenInHint}</p>
      <ComparedText stretches={stretches} label={say.differences} />
      <div className="dialog-buttons">
        {canUndo && (
          <PushButton
            onPress={() => {
              close()
              void undoDocument(file)
            }}
          >
            {say.takeThemOut}
          </PushButton>
        )}
        <PushButton look="main" autoFocus onPress={close}>
          {say.close}
        </PushButton>
      </div>
    </Sheet>
  )
}
