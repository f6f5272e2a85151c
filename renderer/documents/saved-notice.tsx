import type { NoticeOf } from '../base/notices.js'
import { NoticeFrame } from '../controls/notice-frame.js'
import { useWords } from './words.js'

/** Says where a file was written that went away from its own place. */
export function SavedNotice({ notice: { path } }: { notice: NoticeOf<'saved-elsewhere'> }) {
  const say = useWords()
  return (
    <NoticeFrame label={say.savedElsewhere}>
      <strong>{say.savedElsewhere}</strong>
      <div className="hint notice-path">{path}</div>
    </NoticeFrame>
  )
}
