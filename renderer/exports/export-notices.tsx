import type { NoticeOf } from '../base/notices.js'
import { NoticeFrame } from '../controls/notice-frame.js'
import { ProblemList } from '../problems/problem-list.js'
import { ExportButtons } from './export-buttons.js'
import { useWords } from './words.js'

/** Says where a PDF went. */
export function ExportedNotice({ notice: { path, pageCount } }: { notice: NoticeOf<'exported'> }) {
  const say = useWords()
  return (
    <NoticeFrame label={say.exportedTo} actions={<ExportButtons path={path} />}>
      <strong>{say.exportedTo}</strong> · {say.pageCount(pageCount)}
      <div className="hint notice-path">{path}</div>
    </NoticeFrame>
  )
}

/** Says how many copies were made, and why the others were not. */
export function CopiesNotice({ notice: { made, of, path, folder, faults } }: { notice: NoticeOf<'copies'> }) {
  const say = useWords()
  return (
    <NoticeFrame label={say.exportedTo} actions={<ExportButtons path={path} />}>
      <strong>{say.copiesMade(made, of)}</strong>
      <div className="hint notice-path">{folder}</div>
      {faults.length > 0 && <ProblemList diagnostics={faults} label={say.exportedTo} />}
    </NoticeFrame>
  )
}

/** Says where the workspace is that was made of a PDF. */
export function RestoredNotice({ notice: { folder } }: { notice: NoticeOf<'restored'> }) {
  const say = useWords()
  return (
    <NoticeFrame label={say.restored}>
      <strong>{say.restored}</strong>
      <div className="hint notice-path">{folder}</div>
    </NoticeFrame>
  )
}
