import { Label, ProgressBar } from 'react-aria-components'
import type { Copy } from '../../electron/contract/index.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { stopCopies, useExports } from './use-exports.js'
import { useWords } from './words.js'

/** How far the copies are, and a way to end it after the one that is made now. */
export function CopiesProgress({ copy }: { copy: Copy }) {
  const say = useWords()
  const isStopping = useExports((state) => state.isStopping)
  const { number, of, recipient } = copy
  return (
    <Sheet title={say.makingCopies} width={440} onClose={stopCopies}>
      <ProgressBar className="progress" value={number - 1} maxValue={of} valueLabel={say.copyOf(number, of)}>
        {({ percentage = 0, valueText }) => (
          <>
            <div className="progress-text">
              <Label>{recipient}</Label>
              <span>{valueText}</span>
            </div>
            <div className="progress-track">
              <div className="progress-fill" style={{ width: `${percentage}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <div className="dialog-buttons">
        <PushButton autoFocus isDisabled={isStopping} onPress={stopCopies}>
          {isStopping ? say.stoppingCopies : say.stopCopies}
        </PushButton>
      </div>
    </Sheet>
  )
}
