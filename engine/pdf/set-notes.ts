import type { Points } from '../lengths.js'
import type { Footnote, Inline } from '../model/nodes.js'
import { noteDestination, runsOf } from './runs.js'
import { linePiece, setText } from './set-text.js'
import type { Setting } from './setting.js'
import type { Strip } from './strips.js'
import { addElement, type StructureElement } from './structure.js'

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
      const label: Inline[] = [{ type: 'text', text: `${note.number}` }]
      const [line] = setter.break(setter.measure(runsOf(label, sheet.note, '')), indent)
      const [first] = strips
      if (first && line) first.pieces.push(linePiece(line, sheet.source, 0, indent - 4, 'right', mark))
      if (first) first.destinations = [noteDestination(note.number)]
      return [note.number, { strips, element }]
    }),
  )
}
