import { useRef } from 'react'
import { unreachable } from '../../engine/base/index.js'
import { dismissNotice, type Notice, type NoticeOf, useNotices } from '../base/notices.js'
import { useOpenBrief } from '../briefs/use-open-brief.js'
import { DismissNotice, NoticeFrame } from '../controls/notice-frame.js'
import { SavedNotice } from '../documents/saved-notice.js'
import { LeftOutNotice, NotPastedNotice } from '../editor/paste-notices.js'
import { CopiesNotice, ExportedNotice, RestoredNotice } from '../exports/export-notices.js'
import { ImportedNotice, PackExportedNotice } from '../packs/pack-notices.js'
import { ProblemList } from '../problems/problem-list.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { useFocusAfterNotices } from './use-focus-after-notices.js'
import { useWords } from './words.js'

/**
 * Says where files went, or why they did not, one notice below the other, in room of their own under the view. A dialog
 * hides everything else from screen readers, but not what is said meanwhile.
 */
export function NoticeBar() {
  const say = useWords()
  const notices = useNotices((state) => state.notices)
  const bar = useRef<HTMLElement>(null)
  useFocusAfterNotices(bar, notices)
  return (
    <section ref={bar} className="notices" aria-label={say.notices} data-react-aria-top-layer>
      {notices.map(({ id, notice }) => (
        <DismissNotice key={id} value={() => dismissNotice(id)}>
          <NoticeText notice={notice} />
        </DismissNotice>
      ))}
    </section>
  )
}

function NoticeText({ notice }: { notice: Notice }) {
  switch (notice.type) {
    case 'exported':
      return <ExportedNotice notice={notice} />
    case 'copies':
      return <CopiesNotice notice={notice} />
    case 'restored':
      return <RestoredNotice notice={notice} />
    case 'imported':
      return <ImportedNotice notice={notice} />
    case 'pack-exported':
      return <PackExportedNotice notice={notice} />
    case 'saved-elsewhere':
      return <SavedNotice notice={notice} />
    case 'left-out':
      return <LeftOutNotice notice={notice} />
    case 'not-pasted':
      return <NotPastedNotice notice={notice} />
    case 'failed':
      return <FailedNotice notice={notice} />
    default:
      return unreachable(notice)
  }
}

function FailedNotice({ notice: { what, diagnostics } }: { notice: NoticeOf<'failed'> }) {
  const say = useWords()
  const templates = useWorkspace((state) => state.workspace?.templates)
  const open = useOpenBrief((state) => state.open)
  const template = templates?.find((one) => one.template.id === open?.brief.template)?.template
  return (
    <NoticeFrame label={say[what]} isAlert>
      <strong>{say[what]}</strong> {what === 'cannotExport' && say.mendFirst}
      <ProblemList diagnostics={diagnostics} label={say[what]} open={open && { file: open.file, template }} />
    </NoticeFrame>
  )
}
