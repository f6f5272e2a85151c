import type { NoticeOf } from '../base/notices.js'
import { NoticeFrame } from '../controls/notice-frame.js'
import { useWords } from './words.js'

/** Says what of a paste a section has no place for. */
export function LeftOutNotice({ notice: { pictures, comments } }: { notice: NoticeOf<'left-out'> }) {
  const say = useWords()
  return (
    <NoticeFrame label={say.pastedWithout}>
      <strong>{say.pastedWithout}</strong>
      {pictures > 0 && <div className="hint">{say.picturesLeftOut(pictures)}</div>}
      {comments > 0 && <div className="hint">{say.commentsLeftOut(comments)}</div>}
    </NoticeFrame>
  )
}

/** Says that a paste was too long to be taken. */
export function NotPastedNotice({ notice: { limit } }: { notice: NoticeOf<'not-pasted'> }) {
  const say = useWords()
  return (
    <NoticeFrame label={say.notPasted} isAlert>
      <strong>{say.notPasted}</strong>
      <div className="hint">{say.tooLongToPaste(limit)}</div>
    </NoticeFrame>
  )
}
