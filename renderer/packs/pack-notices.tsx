import { textIn } from '../../engine/locale/index.js'
import { bridge } from '../base/bridge.js'
import type { NoticeOf } from '../base/notices.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { NoticeFrame } from '../controls/notice-frame.js'
import { ProblemList } from '../problems/problem-list.js'
import { useWords } from './words.js'

/** Says what an import wrote, and what it kept. */
export function ImportedNotice({ notice: { title, files, kept } }: { notice: NoticeOf<'imported'> }) {
  const say = useWords()
  const language = useLanguage()
  return (
    <NoticeFrame label={say.packImported}>
      <strong>{say.packImported}</strong> · {textIn(title, language)} · {say.filesWritten(files)}
      {kept && <div className="hint notice-path">{say.keptIn(kept)}</div>}
    </NoticeFrame>
  )
}

/** Says where an exported pack went, and what is doubtful in it. */
export function PackExportedNotice({ notice: { path, diagnostics } }: { notice: NoticeOf<'pack-exported'> }) {
  const say = useWords()
  const show = (
    <PushButton isSmall look="quiet" onPress={() => void bridge.showPack()}>
      {say.showInFolder}
    </PushButton>
  )
  return (
    <NoticeFrame label={say.packExported} actions={show}>
      <strong>{say.packExported}</strong>
      <div className="hint notice-path">{path}</div>
      {diagnostics.length > 0 && <ProblemList diagnostics={diagnostics} label={say.inPack} />}
    </NoticeFrame>
  )
}
