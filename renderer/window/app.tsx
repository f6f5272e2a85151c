import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { MenuCommand } from '../../electron/contract.js'
import type { Language } from '../../engine/locale/language.js'
import { bridge } from '../base/bridge.js'
import { askForNewBrief, readWorkspace, showView, useDesk } from '../base/use-window.js'
import { chooseBrief, chooseWorkspace, openBrief, saveDraft } from '../briefs/brief-actions.js'
import { BriefEditor } from '../briefs/brief-editor.js'
import { BriefsView } from '../briefs/briefs-view.js'
import { NewBriefDialog } from '../briefs/new-brief-dialog.js'
import { keepPageInStep } from '../briefs/preview.js'
import { isUnsaved, useDraft } from '../briefs/use-open-brief.js'
import { CasebookView } from '../casebook/casebook-view.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { redo, undo } from '../editor/active-editor.js'
import { ExportDialog } from '../exports/export-dialog.js'
import { ExportsView } from '../exports/exports-view.js'
import { PdfDialog } from '../exports/pdf-dialog.js'
import { askForExport, useExport } from '../exports/use-exports.js'
import { choosePdf, usePdf } from '../exports/use-pdf.js'
import { ExportPackDialog } from '../packs/export-pack-dialog.js'
import { ImportPackDialog } from '../packs/import-pack-dialog.js'
import { usePacks } from '../packs/use-packs.js'
import { ProblemsView } from '../problems/problems-view.js'
import { TemplatesView } from '../templates/templates-view.js'
import { useWords } from '../words/index.js'
import { SourceDialog } from '../workspace/source-dialog.js'
import { DropTarget } from './drop-target.js'
import { Navigation } from './navigation.js'
import { NoticeBar } from './notice-bar.js'
import { UnsavedDialog } from './unsaved-dialog.js'

/** Days are written before months in both languages, as on the page. */
const dateOrder: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' }

export function App() {
  const { settings, workspace, source, newBrief } = useDesk()
  const onHand = usePdf((state) => state.onHand)
  const { importing, exporting } = usePacks()
  useEffect(listen, [])
  useEffect(() => {
    document.documentElement.lang = settings.language
  }, [settings.language])
  return (
    <I18nProvider locale={dateOrder[settings.language]}>
      <div className="window">
        <Navigation />
        {workspace ? <CurrentView /> : <NoWorkspace />}
      </div>
      <NoticeBar />
      {newBrief && <NewBriefDialog chosen={newBrief.template} />}
      {source && <SourceDialog source={source} />}
      {onHand && <PdfDialog onHand={onHand} />}
      {importing && <ImportPackDialog importing={importing} />}
      {exporting && <ExportPackDialog chosen={exporting} />}
      <CurrentExport />
      <UnsavedDialog />
      <DropTarget />
    </I18nProvider>
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

function CurrentExport() {
  const isOpen = useExport((state) => state.isOpen)
  const brief = useDraft((state) => state.draft?.brief)
  return isOpen && brief ? <ExportDialog brief={brief} /> : null
}

function CurrentView() {
  const view = useDesk((desk) => desk.view)
  const draft = useDraft((state) => state.draft)
  switch (view) {
    case 'editor':
      return draft ? <BriefEditor draft={draft} /> : <BriefsView />
    case 'templates':
      return <TemplatesView />
    case 'casebook':
      return <CasebookView />
    case 'problems':
      return <ProblemsView />
    case 'exports':
      return <ExportsView />
    default:
      return <BriefsView />
  }
}

function listen(): () => void {
  const stops = [
    keepPageInStep(),
    bridge.onMenuChosen((command) => void obey(command)),
    bridge.onSettingsChanged((settings) => useDesk.setState({ settings })),
    bridge.onBriefChosen((file) => void openBrief(file)),
    bridge.onCopyStarted((copy) => useExport.setState({ copy })),
    bridge.onWorkspaceChanged(() => void readWorkspace()),
    useDraft.subscribe((now, before) => {
      if (isUnsaved(now) !== isUnsaved(before)) void bridge.noteUnsaved(isUnsaved(now))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

async function obey(command: MenuCommand): Promise<void> {
  switch (command) {
    case 'new-brief':
      return askForNewBrief()
    case 'open-brief':
      return chooseBrief()
    case 'open-pdf':
      return choosePdf('open')
    case 'verify-pdf':
      return choosePdf('verify')
    case 'open-workspace':
      return chooseWorkspace()
    case 'save':
      await saveDraft()
      return
    case 'save-and-close':
      if (await saveDraft()) await bridge.closeWindow()
      return
    case 'export':
      return askForExport()
    case 'undo':
      return undo()
    case 'redo':
      return redo()
    case 'show-briefs':
      return showView('briefs')
    case 'show-templates':
      return showView('templates')
    case 'show-casebook':
      return showView('casebook')
    case 'show-problems':
      return showView('problems')
    case 'show-exports':
      return showView('exports')
  }
}
