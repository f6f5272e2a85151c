import { textIn } from '../../engine/locale/index.js'
import { bridge } from '../base/bridge.js'
import { type Notice, showNotice } from '../base/notices.js'
import { useLanguage } from '../base/words.js'
import { IconButton, PushButton } from '../controls/button.js'
import { ProblemList } from '../problems/problem-list.js'
import { useWords } from './words.js'

/** Says what an import wrote and kept, or where an exported pack went. */
export function PackNotice({ notice }: { notice: Extract<Notice, { type: 'imported' | 'pack-exported' }> }) {
  const say = useWords()
  const language = useLanguage()
  const head = notice.type === 'imported' ? say.packImported : say.packExported
  return (
    <div className="notice" role="status" aria-label={head}>
      <div className="notice-text">
        {notice.type === 'imported' ? (
          <>
            <strong>{head}</strong> · {textIn(notice.title, language)} · {say.filesWritten(notice.files)}
            {notice.kept && <div className="hint notice-path">{say.keptIn(notice.kept)}</div>}
          </>
        ) : (
          <>
            <strong>{head}</strong>
            <div className="hint notice-path">{notice.path}</div>
            {notice.diagnostics.length > 0 && (
              <ProblemList diagnostics={notice.diagnostics} label={say.inPack} />
            )}
          </>
        )}
      </div>
      {notice.type === 'pack-exported' && (
        <PushButton isSmall look="quiet" onPress={() => void bridge.showPack()}>
          {say.showInFolder}
        </PushButton>
      )}
      <IconButton icon="cross" label={say.dismiss} onPress={() => showNotice(undefined)} />
    </div>
  )
}
