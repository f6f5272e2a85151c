import { showNotice, useNotice } from '../base/notices.js'
import { useOpenBrief } from '../briefs/use-open-brief.js'
import { IconButton } from '../controls/button.js'
import { ExportButtons } from '../exports/exports-view.js'
import { PackNotice } from '../packs/pack-notice.js'
import { ProblemList } from '../problems/problem-list.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { useWords } from './words.js'

/** Says where a file went, or why it did not. Stays until it is dismissed. */
export function NoticeBar() {
  const say = useWords()
  const notice = useNotice((state) => state.notice)
  const workspace = useWorkspace((state) => state.workspace)
  const open = useOpenBrief((state) => state.open)
  if (!notice) return null
  if (notice.type === 'imported' || notice.type === 'pack-exported') return <PackNotice notice={notice} />
  const template = workspace?.templates.find((one) => one.template.id === open?.brief.template)?.template
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name; the rule does not see which it is
    <div
      className={`notice is-${notice.type}`}
      role={notice.type === 'failed' ? 'alert' : 'status'}
      aria-label={
        notice.type === 'failed'
          ? say[notice.what]
          : notice.type === 'restored'
            ? say.restored
            : say.exportedTo
      }
    >
      {notice.type === 'restored' ? (
        <div className="notice-text">
          <strong>{say.restored}</strong>
          <div className="hint notice-path">{notice.folder}</div>
        </div>
      ) : notice.type === 'copies' ? (
        <>
          <div className="notice-text">
            <strong>{say.copiesMade(notice.made, notice.of)}</strong>
            <div className="hint notice-path">{notice.folder}</div>
            {notice.faults.length > 0 && <ProblemList diagnostics={notice.faults} label={say.exportedTo} />}
          </div>
          <ExportButtons path={notice.path} />
        </>
      ) : notice.type === 'exported' ? (
        <>
          <div className="notice-text">
            <strong>{say.exportedTo}</strong> · {say.pageCount(notice.pageCount)}
            <div className="hint notice-path">{notice.path}</div>
          </div>
          <ExportButtons path={notice.path} />
        </>
      ) : (
        <div className="notice-text">
          <strong>{say[notice.what]}</strong> {notice.what === 'cannotExport' && say.mendFirst}
          <ProblemList
            diagnostics={notice.diagnostics}
            label={say[notice.what]}
            open={open && { file: open.file, template }}
          />
        </div>
      )}
      <IconButton icon="cross" label={say.dismiss} onPress={() => showNotice(undefined)} />
    </div>
  )
}
