import { useBriefDialogs } from '../briefs/brief-dialogs.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { useWords } from './words.js'

/** Asks before another brief takes the place of one that is not saved. */
export function UnsavedDialog() {
  const say = useWords()
  const answer = useBriefDialogs((state) => state.answer)
  if (!answer) return null
  return (
    <Sheet title={say.unsavedTitle} width={420} isAlert onClose={() => answer('cancel')}>
      <p>{say.unsavedBody}</p>
      <div className="dialog-buttons">
        <PushButton onPress={() => answer('discard')}>{say.dontSave}</PushButton>
        <PushButton onPress={() => answer('cancel')}>{say.cancel}</PushButton>
        <PushButton look="main" autoFocus onPress={() => answer('save')}>
          {say.save}
        </PushButton>
      </div>
    </Sheet>
  )
}
