import type { Editor } from '@tiptap/core'
import { useCallback, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { textIn } from '../../engine/locale/index.js'
import type { Template } from '../../engine/template/types.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Splitter } from '../controls/splitter.js'
import { setActiveEditor } from '../editor/active-editor.js'
import { FormatBar } from '../editor/format-bar.js'
import { SectionEditor } from '../editor/section-editor.js'
import { ProblemList, useProblemCount } from '../problems/problem-list.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { saveBrief } from './brief-actions.js'
import { briefName } from './brief-name.js'
import { BriefPage } from './brief-page.js'
import { SettingsForm } from './settings-form.js'
import { useGuide, type WorkTab } from './use-guide.js'
import { changeNarrative, isUnsaved, type OpenBrief, useOpenBrief } from './use-open-brief.js'
import { useWords } from './words.js'

interface EditorProps {
  open: OpenBrief
  isExporting: boolean
  onExport(): void
}

/** Work on the left, the page it makes on the right. */
export function BriefEditor(props: EditorProps) {
  const say = useWords()
  const [share, setShare] = useState(0.46)
  return (
    <main className="brief-editor" aria-label={say.brief}>
      {/* A brief's controls start anew with it: fields keep what was typed, editors their undo. */}
      <WorkPane key={props.open.file} {...props} share={share} />
      <Splitter share={share} onChange={setShare} />
      <BriefPage />
    </main>
  )
}

function WorkPane({ open, isExporting, onExport, share }: EditorProps & { share: number }) {
  const { file, brief } = open
  const say = useWords()
  const language = useLanguage()
  const workspace = useWorkspace((state) => state.workspace)
  const unsaved = useOpenBrief(isUnsaved)
  const [editor, setEditor] = useState<Editor>()
  // A brief that nothing was written in begins with what it is about.
  const [tab, setTab] = useState<WorkTab>(() =>
    Object.keys(brief.narrative).length === 0 ? 'settings' : 'text',
  )
  const pane = useRef<HTMLElement>(null)
  useGuide(pane, setTab)
  const onFocus = useCallback((focused: Editor | undefined) => {
    setEditor(focused)
    setActiveEditor(focused)
  }, [])
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
            <span className={unsaved ? 'is-unsaved' : undefined}>{unsaved ? say.unsaved : say.saved}</span>
          </p>
        </div>
        <PushButton isDisabled={!unsaved} onPress={() => void saveBrief()}>
          {say.save}
        </PushButton>
        <PushButton look="main" icon="exports" isDisabled={isExporting} onPress={onExport}>
          {isExporting ? say.exporting : say.exportPdf}
        </PushButton>
      </header>
      {/* Both stay in place when the other is looked at: editors keep their undo, lists their scroll. */}
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
          {tab === 'text' && <FormatBar editor={editor} />}
        </div>
        <TabPanel id="settings" className="work-body" shouldForceMount>
          <SettingsForm brief={brief} template={template} casebook={workspace?.casebook} />
        </TabPanel>
        <TabPanel id="text" className="work-body" shouldForceMount>
          {template?.sections.map((section) => (
            <SectionEditor
              key={section.id}
              section={section}
              text={brief.narrative[section.id] ?? ''}
              briefLanguage={brief.language}
              onChange={(text) => changeNarrative(section.id, text)}
              onFocus={onFocus}
            />
          ))}
        </TabPanel>
      </Tabs>
      <ProblemPanel file={file} template={template} />
    </section>
  )
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
