import { type ReactNode, useRef } from 'react'
import { useWindow, type ViewName, viewNames } from '../base/use-window.js'
import { chooseWorkspace } from '../briefs/brief-actions.js'
import { askForNewBrief } from '../briefs/brief-dialogs.js'
import { BriefEditor } from '../briefs/brief-editor.js'
import { BriefsView } from '../briefs/briefs-view.js'
import { UnreadableBriefView } from '../briefs/unreadable-brief.js'
import { useOpenBrief } from '../briefs/use-open-brief.js'
import { CasebookView } from '../casebook/casebook-view.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { ExportsView } from '../exports/exports-view.js'
import { askForExport, useExports } from '../exports/use-exports.js'
import { choosePdf } from '../exports/use-pdf.js'
import { ProblemsView } from '../problems/problems-view.js'
import { TemplatesView } from '../templates/templates-view.js'
import { readWorkspace, useWorkspace } from '../workspace/use-workspace.js'
import { AwakeView, KeptView } from './kept-view.js'
import { useFocusKept } from './use-focus-kept.js'
import { useWords } from './words.js'

/** Every view, joined to what the others can do for it. */
const views = {
  briefs: () => <BriefsView onOpenPdf={() => void choosePdf('open')} />,
  templates: () => <TemplatesView onNewBrief={askForNewBrief} />,
  casebook: () => <CasebookView />,
  problems: () => <ProblemsView />,
  exports: () => <ExportsView />,
} satisfies Record<ViewName, () => ReactNode>

/** What is looked at. Another workspace begins with views of its own. */
export function CurrentView() {
  const folder = useWorkspace((state) => state.workspace?.folder)
  return folder === undefined ? <NoWorkspace /> : <Views key={folder} />
}

/** The view in front, and those that were, as they were left. */
function Views() {
  const view = useWindow((state) => state.view)
  const { open, unreadable } = useOpenBrief()
  const isExporting = useExports((state) => state.isExporting)
  const shown = view === 'editor' && !open && !unreadable ? 'briefs' : view
  const frame = useRef<HTMLDivElement>(null)
  useFocusKept(frame, shown)
  return (
    <div ref={frame} className="views">
      {open && (
        <AwakeView isShown={shown === 'editor'}>
          <BriefEditor open={open} isExporting={isExporting} onExport={askForExport} />
        </AwakeView>
      )}
      {unreadable && (
        <KeptView isShown={shown === 'editor'}>{() => <UnreadableBriefView brief={unreadable} />}</KeptView>
      )}
      {viewNames.map((name) => (
        <KeptView key={name} isShown={shown === name}>
          {views[name]}
        </KeptView>
      ))}
    </div>
  )
}

/** Only where main itself could not say what is in the folder. */
function NoWorkspace() {
  const say = useWords()
  return (
    <ViewFrame title={say.workspace}>
      <EmptyState title={say.noWorkspace} hint={say.noWorkspaceHint}>
        <PushButton look="main" icon="refresh" onPress={() => void readWorkspace()}>
          {say.readAgain}
        </PushButton>
        <PushButton onPress={() => void chooseWorkspace()}>{say.changeWorkspace}</PushButton>
      </EmptyState>
    </ViewFrame>
  )
}
