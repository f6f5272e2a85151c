import type { Points } from '../../base/index.js'
import type { Footnote } from '../../document/index.js'
import type { Setting } from '../setting.js'
import { addElement, type StructureElement } from '../structure.js'
import { noteDestination } from '../text/runs.js'
import { addLabel, setText } from '../text/set-text.js'
import type { Strip } from './strips.js'

/** A footnote as it stands at the foot of a page; its element goes where its mark is. */
export interface SetNote {
  strips: Strip[]
  element: StructureElement
}

export function setNotes(setting: Setting, notes: Footnote[], width: Points): Map<number, SetNote> {
  const { setter, sheet } = setting
  const indent = 12
  return new Map(
    notes.map((note) => {
      const element: StructureElement = { type: 'Note', kids: [], id: noteDestination(note.number) }
      const mark = addElement(element, 'Lbl')
      const strips = setText(setter, {
        content: note.content,
        element: addElement(element, 'P'),
        style: sheet.source,
        x: indent,
        width: width - indent,
        linkColour: sheet.colours.accent,
        before: 1.5,
        whole: true,
        from: note.from,
      })
      const [first] = strips
      addLabel(setter, first, {
        text: `${note.number}`,
        style: sheet.note,
        beside: sheet.source,
        element: mark,
        x: 0,
        room: indent,
        width: indent - 4,
        alignment: 'right',
      })
      if (first) first.destinations = [noteDestination(note.number)]
      return [note.number, { strips, element }]
    }),
  )
}
