import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { TextArea, TextField } from 'react-aria-components'
import type { LetterRange } from '../../engine/base/index.js'
import { type Language, textIn } from '../../engine/locale/index.js'
import type { Section } from '../../engine/template/types.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { setLettering } from './mark-unprinted.js'
import { narrativeExtensions } from './narrative-extensions.js'
import { countWords, narrativeDocument, narrativeMarkdown, survivesEditing } from './narrative-markdown.js'
import { pasteAsMarkdown } from './paste-as-markdown.js'
import { takeOver } from './take-over.js'
import { unprintedLetters } from './unprinted.js'
import { useWords } from './words.js'

interface SectionEditorProps {
  section: Section
  /** Markdown. */
  text: string
  /** Of the template's own text, which is printed where nothing is written. */
  briefLanguage: Language
  /** What the fonts of the page have; nothing while there is no page. */
  letters: readonly LetterRange[] | undefined
  /** What is pasted is taken back by itself, what is typed with what was typed before it. */
  onChange(text: string, manner?: 'typed' | 'pasted'): void
  onFocus(editor: Editor | undefined): void
  /** Where the cursor is when it opens; the cursor is elsewhere where there is none. */
  caret: CaretRange | undefined
  onCaret(caret: CaretRange): void
}

/** Offsets as the editor counts them. */
export interface CaretRange {
  from: number
  to: number
}

/** One slot of the narrative: its title, what belongs in it, and the text. */
export function SectionEditor(props: SectionEditorProps) {
  const { section, text, briefLanguage, letters, onChange, onFocus, caret, onCaret } = props
  const say = useWords()
  const language = useLanguage()
  /** What was written here last; any other text came from elsewhere, and may be one that the editor would not keep. */
  const own = useRef(text)
  const [isRich, setRich] = useState(() => survivesEditing(text))
  const isForeign = text.trimEnd() !== own.current.trimEnd()
  if (isForeign && isRich && !survivesEditing(text)) setRich(false)
  useEffect(() => {
    own.current = text
  }, [text])
  const write = (written: string, manner?: 'typed' | 'pasted') => {
    own.current = written
    onChange(written, manner)
  }
  const title = textIn(section.title, language)
  const guidance = section.guidance && textIn(section.guidance, language)
  const standard = section.default && textIn(section.default, briefLanguage)
  const count = countWords(text)
  const over = section.maxWords === undefined ? 0 : count - section.maxWords
  const unprinted = useMemo(() => (letters ? unprintedLetters(text, letters) : []), [text, letters])
  const hintId = useId()
  const unprintedId = useId()
  const common = { title, text, onChange: write, onFocus, caret, onCaret }
  return (
    <section className="section" aria-label={title} data-place={`section:${section.id}`}>
      <header className="section-head">
        <h2>{title}</h2>
        {section.required && <span className="hint">{say.required}</span>}
        <span className={over > 0 ? 'word-count is-over' : 'word-count'}>
          {section.maxWords === undefined ? say.wordCount(count) : say.wordsOf(count, section.maxWords)}
          {over > 0 && ` · ${say.overLimit(over)}`}
        </span>
      </header>
      <p id={hintId} className="hint">
        {guidance}
      </p>
      {isRich ? (
        <RichText
          {...common}
          letters={letters}
          describedBy={unprinted.length > 0 ? `${hintId} ${unprintedId}` : hintId}
        />
      ) : (
        <PlainText {...common} />
      )}
      {unprinted.length > 0 && (
        <p id={unprintedId} className="section-unprinted">
          {say.unprintedHere(unprinted.join(' '))}
        </p>
      )}
      {standard && text === '' && (
        <p className="hint section-standard">
          {say.standardText}{' '}
          <PushButton look="quiet" isSmall onPress={() => onChange(standard.trim())}>
            {say.startFromTemplate}
          </PushButton>
        </p>
      )}
    </section>
  )
}

interface TextProps extends Pick<SectionEditorProps, 'text' | 'onChange' | 'onFocus' | 'caret' | 'onCaret'> {
  title: string
}

function RichText({
  title,
  text,
  describedBy,
  letters,
  caret,
  onChange,
  onFocus,
  onCaret,
}: TextProps & Pick<SectionEditorProps, 'letters'> & { describedBy: string }) {
  const say = useWords()
  /** What the editor itself said last; anything else in `text` came from elsewhere and is taken over. */
  const own = useRef(text)
  const editor = useEditor({
    extensions: narrativeExtensions(),
    content: narrativeDocument(text),
    injectCSS: false,
    onUpdate({ editor, transaction }) {
      const written = narrativeMarkdown(editor.getJSON())
      // Ends of lines at its end are nothing that is seen here, and stay as they are in the file.
      own.current = written && written + (/\n*$/.exec(own.current)?.[0] ?? '')
      onChange(own.current, transaction.getMeta('paste') ? 'pasted' : 'typed')
    },
    onFocus: ({ editor }) => onFocus(editor),
    onSelectionUpdate({ editor }) {
      const { from, to } = editor.state.selection
      if (editor.isFocused) onCaret({ from, to })
    },
  })
  const first = useRef(caret)
  useEffect(() => {
    if (!editor || !first.current) return
    const most = editor.state.doc.content.size
    const [from, to] = [Math.min(first.current.from, most), Math.min(first.current.to, most)]
    editor.chain().setTextSelection({ from, to }).focus(undefined, { scrollIntoView: false }).run()
    first.current = undefined
  }, [editor])
  useEffect(() => {
    if (!editor || text.trimEnd() === own.current.trimEnd()) return
    own.current = text
    takeOver(editor, text)
  }, [editor, text])
  useEffect(() => {
    if (editor && letters) setLettering(editor, { letters, say: say.unprinted })
  }, [editor, letters, say])
  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': title,
          'aria-describedby': describedBy,
          class: 'prose',
        },
      },
    })
  }, [editor, title, describedBy])
  return <EditorContent editor={editor} className="prose-frame" />
}

function PlainText({ title, text, caret, onChange, onFocus, onCaret }: TextProps) {
  const say = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const first = useRef(caret)
  useEffect(() => {
    if (!area.current || !first.current) return
    area.current.focus({ preventScroll: true })
    area.current.setSelectionRange(first.current.from, first.current.to)
    first.current = undefined
  }, [])
  return (
    <TextField
      aria-label={title}
      value={text}
      onChange={(text) => onChange(text)}
      onFocus={() => onFocus(undefined)}
    >
      <p className="hint">{say.plainText}</p>
      <TextArea
        ref={area}
        className="plain-text"
        rows={Math.min(20, text.split('\n').length + 1)}
        onPaste={pasteAsMarkdown}
        onSelect={({ currentTarget: { selectionStart: from, selectionEnd: to } }) => onCaret({ from, to })}
      />
    </TextField>
  )
}
