import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { LetterRange } from '../../engine/base/index.js'
import { unprintedIn } from './unprinted.js'

/** What the fonts have, and how a letter that they lack is described to who comes upon it. */
export interface Lettering {
  letters: readonly LetterRange[]
  say(letter: string): string
}

interface Marked {
  lettering: Lettering | undefined
  marks: DecorationSet
}

const key = new PluginKey<Marked>('unprinted')

/** Marks letters that no font has where they stand, as they are typed. They stay in the text, for another font may have them. */
export const MarkUnprinted = Extension.create({
  name: 'markUnprinted',
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key,
      state: {
        init: () => ({ lettering: undefined, marks: DecorationSet.empty }),
        apply(change, before) {
          const told = change.getMeta(key) as Lettering | undefined
          if (!told && !change.docChanged) return before
          const lettering = told ?? before.lettering
          return { lettering, marks: lettering ? marksIn(change.doc, lettering) : DecorationSet.empty }
        },
      },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
})

/** Tells an editor what the fonts have. */
export function setLettering(editor: Editor, lettering: Lettering): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, lettering).setMeta('addToHistory', false))
}

function marksIn(document: Node, { letters, say }: Lettering): DecorationSet {
  const marks: Decoration[] = []
  document.descendants((node, at) => {
    for (const { letter, from, to } of unprintedIn(node.text ?? '', letters)) {
      const said = say(letter)
      marks.push(
        Decoration.inline(at + from, at + to, {
          class: 'unprinted',
          title: said,
          'aria-description': said,
        }),
      )
    }
  })
  return DecorationSet.create(document, marks)
}
