import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Toolbar } from 'react-aria-components'
import { IconButton, IconToggle } from '../controls/button.js'
import { useWords } from './words.js'

interface FormatBarProps {
  editor: Editor | undefined
  canUndo: boolean
  canRedo: boolean
  onUndo(): void
  onRedo(): void
}

/** Acts on the section that was written in last, off while there is none; undo and redo are of the whole document. */
export function FormatBar({ editor, canUndo, canRedo, onUndo, onRedo }: FormatBarProps) {
  const say = useWords()
  const state = useEditorState({
    editor: editor ?? null,
    selector: ({ editor }) => ({
      isBold: editor?.isActive('bold') ?? false,
      isItalic: editor?.isActive('italic') ?? false,
      isHeading: editor?.isActive('heading') ?? false,
      isBulletList: editor?.isActive('bulletList') ?? false,
      isNumberedList: editor?.isActive('orderedList') ?? false,
    }),
  })
  const isDisabled = !editor || !state
  const act = () => editor?.chain().focus()
  return (
    <Toolbar aria-label={say.formatting} className="format-bar">
      <IconToggle
        icon="bold"
        label={say.bold}
        isDisabled={isDisabled}
        isSelected={state?.isBold ?? false}
        onChange={() => act()?.toggleBold().run()}
      />
      <IconToggle
        icon="italic"
        label={say.italic}
        isDisabled={isDisabled}
        isSelected={state?.isItalic ?? false}
        onChange={() => act()?.toggleItalic().run()}
      />
      <IconToggle
        icon="heading"
        label={say.heading}
        isDisabled={isDisabled}
        isSelected={state?.isHeading ?? false}
        onChange={() => act()?.toggleHeading({ level: 3 }).run()}
      />
      <span className="bar-gap" />
      <IconToggle
        icon="bullets"
        label={say.bulletList}
        isDisabled={isDisabled}
        isSelected={state?.isBulletList ?? false}
        onChange={() => act()?.toggleBulletList().run()}
      />
      <IconToggle
        icon="numbers"
        label={say.numberedList}
        isDisabled={isDisabled}
        isSelected={state?.isNumberedList ?? false}
        onChange={() => act()?.toggleOrderedList().run()}
      />
      <span className="bar-gap" />
      <IconButton icon="undo" label={say.undo} isDisabled={!canUndo} onPress={onUndo} />
      <IconButton icon="redo" label={say.redo} isDisabled={!canRedo} onPress={onRedo} />
    </Toolbar>
  )
}
