import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { textIn } from '../../engine/locale/index.js'
import type { Template } from '../../engine/template/types.js'
import { keepLook, useWindow } from '../base/use-window.js'
import { useLanguage } from '../base/words.js'
import { IconButton, PushButton } from '../controls/button.js'
import { Splitter } from '../controls/splitter.js'
import { DocumentBar } from '../documents/document-bar.js'
import { showDocumentDialog } from '../documents/document-dialogs.js'
import { isHindered, isUnsaved, useDocuments } from '../documents/use-documents.js'
import { FormatBar } from '../editor/format-bar.js'
import { SectionEditor } from '../editor/section-editor.js'
import { ProblemList, useProblemCount } from '../problems/problem-list.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { letBriefGo, saveBrief, saveBriefElsewhere } from './brief-actions.js'
import { briefName } from './brief-name.js'
import { BriefPage } from './brief-page.js'
import { briefView, noteScroll, noteView, type WorkTab } from './brief-view.js'
import { SettingsForm } from './settings-form.js'
import { redo, undo } from './undo.js'
import { useGuide } from './use-guide.js'
import { changeNarrative, type OpenBrief, useOpenBrief } from './use-open-brief.js'
import { useWords } from './words.js'

interface EditorProps {
  open: OpenBrief
  isExporting: boolean
  onExport(): void
}

/** Work on the left, the page it makes on the right. */
export function BriefEditor(props: EditorProps) {
  const say = useWords()
  const [share, setShare] = useState(() => useWindow.getState().settings.look.share)
  return (
    <main className="brief-editor" aria-label={say.brief} onKeyDown={onUndoKey}>
      {/* A brief's controls start anew with it, where they were left. */}
      <WorkPane key={props.open.file} {...props} share={share} />
      <Splitter share={share} onChange={setShare} onSettled={() => keepLook({ share })} />
      <BriefPage key={`page of ${props.open.file}`} file={props.open.file} />
    </main>
  )
}

function WorkPane({ open, isExporting, onExport, share }: EditorProps & { share: number }) {
  const { file, brief } = open
  const say = useWords()
  const language = useLanguage()
  const workspace = useWorkspace((state) => state.workspace)
  // One by one: each key that is pressed makes a new state of the document, and few of them are seen here.
  const unsaved = useDocuments(({ byFile }) => isUnsaved(byFile[file]))
  const hindered = useDocuments(({ byFile }) => isHindered(byFile[file]))
  const canUndo = useDocuments(({ byFile }) => byFile[file]?.state.canUndo ?? false)
  const canRedo = useDocuments(({ byFile }) => byFile[file]?.state.canRedo ?? false)
  const autosaves = useWindow((state) => state.settings.autosaves)
  const saving = !unsaved ? 'saved' : autosaves && !hindered ? 'saving' : 'unsaved'
  const [view] = useState(() => briefView(file))
  const letters = useOpenBrief((state) => state.page?.letters)
  const [editor, setEditor] = useState<Editor>()
  // A brief that nothing was written in begins with what it is about.
  const [tab, setTab] = useState<WorkTab>(
    () => view.tab ?? (Object.keys(brief.narrative).length === 0 ? 'settings' : 'text'),
  )
  const pane = useRef<HTMLElement>(null)
  useScrollPlace(pane, file, tab)
  useGuide(pane, setTab)
  const listing = workspace?.templates.find(({ template }) => template.id === brief.template)
  const template = listing?.template
  return (
    <section ref={pane} className="work-pane" style={{ flexBasis: `${share * 100}%` }} aria-label={say.work}>
      <header className="work-head">
        <div className="work-title">
          <h1>{brief.title || briefName(file)}</h1>
          <p className="hint">
            {template ? textIn(template.title, language) : brief.template}
            {' · '}
            <span className={saving === 'unsaved' ? 'is-unsaved' : undefined}>{say[saving]}</span>
          </p>
        </div>
        <IconButton icon="history" label={say.history} onPress={() => showDocumentDialog('history', file)} />
        {!autosaves && (
          <PushButton isDisabled={!unsaved} onPress={() => void saveBrief()}>
            {say.save}
          </PushButton>
        )}
        <PushButton look="main" icon="exports" isDisabled={isExporting} onPress={onExport}>
          {isExporting ? say.exporting : say.exportPdf}
        </PushButton>
      </header>
      <DocumentBar
        file={file}
        onElsewhere={() => void saveBriefElsewhere()}
        onLetGo={() => void letBriefGo()}
      />
      {/* Both stay in place when the other is looked at: editors keep their cursor, lists their scroll. */}
      <Tabs className="work-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as WorkTab)}>
        <div className="work-bar">
          <TabList aria-label={say.brief} className="tab-list">
            <Tab id="settings" className="tab">
              {say.settingsOfBrief}
            </Tab>
            <Tab id="text" className="tab">
              {say.narrative}
            </Tab>
          </TabList>
          {tab === 'text' && (
            <FormatBar editor={editor} canUndo={canUndo} canRedo={canRedo} onUndo={undo} onRedo={redo} />
          )}
        </div>
        <TabPanel id="settings" className="work-body is-settings" shouldForceMount>
          <SettingsForm brief={brief} template={template} casebook={workspace?.casebook} />
        </TabPanel>
        <TabPanel id="text" className="work-body is-text" shouldForceMount>
          {template?.sections.map((section) => (
            <SectionEditor
              key={section.id}
              section={section}
              text={brief.narrative[section.id] ?? ''}
              briefLanguage={brief.language}
              letters={letters}
              onChange={(text, manner) =>
                changeNarrative(section.id, text, manner === 'pasted' ? 'chosen' : 'typed')
              }
              onFocus={setEditor}
              caret={tab === 'text' && view.caret?.section === section.id ? view.caret : undefined}
              onCaret={(range) => noteView(file, { caret: { section: section.id, ...range } })}
            />
          ))}
        </TabPanel>
      </Tabs>
      <ProblemPanel file={file} template={template} />
    </section>
  )
}

/** Puts each tab where it was scrolled to when it is first shown, and notes where it is scrolled from then on. */
function useScrollPlace(pane: RefObject<HTMLElement | null>, file: string, tab: WorkTab): void {
  const known = useRef(briefView(file).scroll ?? {})
  useLayoutEffect(() => {
    const body = pane.current?.querySelector(`.work-body.is-${tab}`)
    const top = known.current[tab]
    known.current[tab] = undefined
    if (body && top !== undefined) void scrollTo(body, top)
    noteView(file, { tab })
  }, [pane, file, tab])
  useEffect(() => {
    const body = pane.current?.querySelector(`.work-body.is-${tab}`)
    const onScroll = () => body && noteScroll(file, tab, body.scrollTop)
    body?.addEventListener('scroll', onScroll)
    return () => body?.removeEventListener('scroll', onScroll)
  }, [pane, file, tab])
}

/** At once, and again when the fonts are there, by which the lines above it are as long as they were. */
async function scrollTo(body: Element, top: number): Promise<void> {
  body.scrollTop = top
  await new Promise(requestAnimationFrame)
  await document.fonts.ready
  body.scrollTop = top
}

/**
 * Keys that the menu has too, but does not see where a box of text has taken them from the browser, as ProseMirror does
 * and leaves them to others; a text field's own undo knows its field alone.
 */
function onUndoKey(event: KeyboardEvent): void {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redo()
  else undo()
}

function ProblemPanel({ file, template }: { file: string; template: Template | undefined }) {
  const say = useWords()
  const diagnostics = useOpenBrief((state) => state.diagnostics)
  const summary = useProblemCount(diagnostics)
  if (diagnostics.length === 0) return null
  return (
    <section className="problem-panel" aria-label={say.problemsIn}>
      <p className="problem-summary" role="status">
        {summary}
      </p>
      <ProblemList diagnostics={diagnostics} label={say.problemsIn} open={{ file, template }} />
    </section>
  )
}
