import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { TextArea, TextField } from 'react-aria-components'
import { type Language, textIn } from '../../engine/locale/index.js'
import type { Section } from '../../engine/template/types.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { narrativeExtensions } from './narrative-extensions.js'
import { countWords, narrativeDocument, narrativeMarkdown, survivesEditing } from './narrative-markdown.js'
import { useWords } from './words.js'

interface SectionEditorProps {
  section: Section
  /** Markdown. */
  text: string
  /** Of the template's own text, which is printed where nothing is written. */
  briefLanguage: Language
  onChange(text: string): void
  onFocus(editor: Editor | undefined): void
}

/** One slot of the narrative: its title, what belongs in it, and the text. */
export function SectionEditor({ section, text, briefLanguage, onChange, onFocus }: SectionEditorProps) {
  const say = useWords()
  const language = useLanguage()
  const [isRich] = useState(() => survivesEditing(text))
  const title = textIn(section.title, language)
  const guidance = section.guidance && textIn(section.guidance, language)
  const standard = section.default && textIn(section.default, briefLanguage)
  const count = countWords(text)
  const over = section.maxWords === undefined ? 0 : count - section.maxWords
  const hintId = useId()
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
        <RichText title={title} text={text} hintId={hintId} onChange={onChange} onFocus={onFocus} />
      ) : (
        <PlainText title={title} text={text} onChange={onChange} onFocus={onFocus} />
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

interface TextProps extends Pick<SectionEditorProps, 'text' | 'onChange' | 'onFocus'> {
  title: string
}

function RichText({ title, text, hintId, onChange, onFocus }: TextProps & { hintId: string }) {
  /** What the editor itself said last; anything else in `text` came from elsewhere and is taken over. */
  const own = useRef(text)
  const editor = useEditor({
    extensions: narrativeExtensions(),
    content: narrativeDocument(text),
    injectCSS: false,
    onUpdate({ editor }) {
      own.current = narrativeMarkdown(editor.getJSON())
      onChange(own.current)
    },
    onFocus: ({ editor }) => onFocus(editor),
  })
  useEffect(() => {
    if (!editor || text === own.current) return
    own.current = text
    editor.commands.setContent(narrativeDocument(text), { emitUpdate: false })
  }, [editor, text])
  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': title,
          'aria-describedby': hintId,
          class: 'prose',
        },
      },
    })
  }, [editor, title, hintId])
  return <EditorContent editor={editor} className="prose-frame" />
}

function PlainText({ title, text, onChange, onFocus }: TextProps) {
  const say = useWords()
  return (
    <TextField aria-label={title} value={text} onChange={onChange} onFocus={() => onFocus(undefined)}>
      <p className="hint">{say.plainText}</p>
      <TextArea className="plain-text" rows={Math.min(20, text.split('\n').length + 1)} />
    </TextField>
  )
}
