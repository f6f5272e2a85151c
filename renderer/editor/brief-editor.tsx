import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { textIn } from '../../engine/locale/language.js'
import type { Template } from '../../engine/template/types.js'
import { PushButton } from '../controls/button.js'
import { Fold } from '../controls/fold.js'
import { PagePane } from '../page/page-pane.js'
import { exportDraft, saveDraft } from '../state/brief-actions.js'
import { useDesk } from '../state/desk.js'
import { type Draft, isUnsaved, useDraft } from '../state/draft.js'
import { briefName } from '../views/brief-name.js'
import { useLanguage, useWords } from '../words/index.js'
import { setActiveEditor } from './active-editor.js'
import { FormatBar } from './format-bar.js'
import { ProblemList, useProblemCount } from './problem-list.js'
import { SectionEditor } from './section-editor.js'
import { SettingsForm } from './settings-form.js'
import { Splitter } from './splitter.js'

/** Work on the left, the page it makes on the right. */
export function BriefEditor({ draft }: { draft: Draft }) {
  const [share, setShare] = useState(0.46)
  return (
    <div className="brief-editor">
      {/* A brief's controls start anew with it: fields keep what was typed, editors their undo. */}
      <WorkPane key={draft.file} draft={draft} share={share} />
      <Splitter share={share} onChange={setShare} />
      <PagePane />
    </div>
  )
}

function WorkPane({ draft, share }: { draft: Draft; share: number }) {
  const say = useWords()
  const language = useLanguage()
  const workspace = useDesk((desk) => desk.workspace)
  const unsaved = useDraft(isUnsaved)
  const isExporting = useDraft((state) => state.isExporting)
  const [editor, setEditor] = useState<Editor>()
  const scroller = useRef<HTMLDivElement>(null)
  useGoTo(scroller)
  const onFocus = useCallback((focused: Editor | undefined) => {
    setEditor(focused)
    setActiveEditor(focused)
  }, [])
  const listing = workspace?.templates.find(({ template }) => template.id === draft.brief.template)
  const template = listing?.template
  return (
    <section className="work-pane" style={{ flexBasis: `${share * 100}%` }} aria-label={say.narrative}>
      <header className="work-head">
        <div className="work-title">
          <h1>{draft.brief.title || briefName(draft.file)}</h1>
          <p className="hint">
            {template ? textIn(template.title, language) : draft.brief.template}
            {' · '}
            <span className={unsaved ? 'is-unsaved' : undefined}>{unsaved ? say.unsaved : say.saved}</span>
          </p>
        </div>
        <PushButton isDisabled={!unsaved} onPress={() => void saveDraft()}>
          {say.save}
        </PushButton>
        <PushButton look="main" icon="exports" isDisabled={isExporting} onPress={() => void exportDraft()}>
          {isExporting ? say.exporting : say.exportPdf}
        </PushButton>
      </header>
      <FormatBar editor={editor} />
      <div className="work-body" ref={scroller}>
        <SettingsForm brief={draft.brief} template={template} casebook={workspace?.casebook} />
        {template && template.sections.length > 0 && (
          <Fold title={say.narrative} isOpenAtFirst>
            {template.sections.map((section) => (
              <SectionEditor
                key={section.id}
                section={section}
                text={draft.brief.narrative[section.id] ?? ''}
                onFocus={onFocus}
              />
            ))}
          </Fold>
        )}
      </div>
      <ProblemPanel file={draft.file} template={template} />
    </section>
  )
}

function ProblemPanel({ file, template }: { file: string; template: Template | undefined }) {
  const say = useWords()
  const diagnostics = useDraft((state) => state.diagnostics)
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

/** Takes the reader to the field or section that a diagnostic named, and puts the cursor there. */
function useGoTo(scroller: RefObject<HTMLElement | null>): void {
  const asked = useDraft((state) => state.goTo)
  useEffect(() => {
    if (!asked) return
    const { target } = asked
    const name = target.type === 'section' ? `section:${target.id}` : `field:${target.name}`
    const place = scroller.current?.querySelector(`[data-place="${CSS.escape(name)}"]`)
    if (!place) return
    const fold = place.closest('.fold')
    const button = fold?.querySelector<HTMLButtonElement>('.fold-button[aria-expanded="false"]')
    button?.click()
    requestAnimationFrame(() => {
      place.scrollIntoView({ block: 'center' })
      place.querySelector<HTMLElement>('input, button, textarea, [contenteditable]')?.focus()
    })
  }, [asked, scroller])
}
