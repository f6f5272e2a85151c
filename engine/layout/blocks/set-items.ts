/** What has a label at its left: the items of a list, numbered sources, the particulars of a memo. */
import type { Points } from '../../base/index.js'
import type { Fields, List, SourceList } from '../../document/index.js'
import type { Strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement, type StructureElement } from '../structure.js'
import { sourceDestination } from '../text/runs.js'
import { addLabel, setText } from '../text/set-text.js'
import { setBlocks } from './set-blocks.js'

export function setList(setting: Setting, list: List, x: Points, width: Points): Strip[] {
  const { setter, sheet } = setting
  const indent = list.ordered ? sheet.indent + 4 : sheet.indent
  const element = addElement(setting.parent, 'L')
  return list.items.flatMap((item, index) => {
    const { label: mark, body } = addListItem(element)
    const strips = setBlocks({ ...setting, parent: body }, item, x + indent, width - indent)
    const first = strips[0]
    if (!first) return []
    const label = list.ordered ? `${list.start + index}.` : '•'
    addLabel(setter, first, {
      text: label,
      style: sheet.body,
      element: mark,
      x: x + (list.ordered ? 0 : 1),
      room: indent,
    })
    first.before = index === 0 ? sheet.gap : sheet.itemGap
    const last = strips.at(-1) as Strip
    last.after = index === list.items.length - 1 ? sheet.gap : sheet.itemGap
    return strips
  })
}

export function setSources(setting: Setting, list: SourceList, x: Points, width: Points): Strip[] {
  const { setter, sheet } = setting
  const indent = list.entries.some((entry) => entry.number > 99) ? 19 : 15
  const element = addElement(setting.parent, 'L')
  return list.entries.flatMap((entry) => {
    const style = sheet.source
    const { label: mark, body } = addListItem(element)
    const strips = setText(setter, {
      content: entry.content,
      element: body,
      style,
      x: x + indent,
      width: width - indent,
      linkColour: sheet.colours.accent,
      before: 1.2,
      after: 1.2,
      whole: true,
      from: list.from,
    })
    const [first] = strips
    addLabel(setter, first, {
      text: `${entry.number}.`,
      style,
      element: mark,
      x,
      room: indent,
      width: indent - 4,
      alignment: 'right',
    })
    if (first) first.destinations = [sourceDestination(entry.number)]
    return strips
  })
}

export function setFields(setting: Setting, fields: Fields, x: Points, width: Points): Strip[] {
  const { setter, sheet } = setting
  const labelWidth = 74
  const element = addElement(setting.parent, 'L')
  return fields.entries.flatMap((entry) => {
    const { label: mark, body } = addListItem(element)
    mark.actualText = entry.label
    const strips = setText(setter, {
      content: entry.content,
      element: body,
      style: sheet.body,
      x: x + labelWidth,
      width: width - labelWidth,
      linkColour: sheet.colours.accent,
      before: 1,
      after: 1,
      whole: true,
      from: fields.from,
    })
    addLabel(setter, strips[0], {
      text: entry.label.toUpperCase(),
      style: sheet.label,
      element: mark,
      x,
      room: labelWidth,
    })
    return strips
  })
}

/** An item of a list, with the two parts that it has. */
function addListItem(list: StructureElement): { label: StructureElement; body: StructureElement } {
  const item = addElement(list, 'LI')
  return { label: addElement(item, 'Lbl'), body: addElement(item, 'LBody') }
}
