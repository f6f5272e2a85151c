import { unreachable } from '../diagnostic.js'
import type { Points } from '../lengths.js'
import type {
  Appendix,
  Block,
  Callout,
  Fields,
  Heading,
  Inline,
  List,
  Masthead,
  SourceList,
  StatusKey,
} from '../model/nodes.js'
import { runsOf, sourceDestination, statusGlyphs, type TextStyle } from './runs.js'
import { setContents, setFigureList, setGlossary } from './set-lists.js'
import { setFigure, setImage } from './set-pictures.js'
import { setTable } from './set-table.js'
import { addLabel, setText } from './set-text.js'
import type { Setting } from './setting.js'
import { type Box, type Piece, type Strip, strip } from './strips.js'
import { addElement, type StructureElement } from './structure.js'

/** Sets blocks one under the other in a column of `width` whose text starts at `x`. */
export function setBlocks(setting: Setting, blocks: Block[], x: Points, width: Points): Strip[] {
  return blocks.flatMap((block, index) => {
    const strips = setBlock(setting, block, x, width)
    const last = strips.at(-1)
    // A heading is followed by the text it heads, whatever that is; at the very end there is nothing to keep.
    if (last && block.type === 'heading') last.joinsNext = index < blocks.length - 1 || x === 0
    const [first] = strips
    const isHeaded = index > 0 && blocks[index - 1]?.type === 'heading'
    // One line of it is too little under a heading: the next one comes along.
    if (first && isHeaded && (strips.length > 1 || index < blocks.length - 1)) first.joinsNext = true
    return strips
  })
}

function setBlock(setting: Setting, block: Block, x: Points, width: Points): Strip[] {
  const { setter, sheet, parent } = setting
  const linkColour = sheet.colours.accent
  switch (block.type) {
    case 'masthead':
      return setMasthead(setting, block, x, width)
    case 'heading': {
      const style = sheet.heading[block.level]
      const strips = setText(setter, {
        content: block.content,
        element: addElement(parent, headingTypes[block.level - (setting.hasMasthead ? 0 : 1)] ?? 'H4'),
        style,
        x,
        width,
        linkColour,
        before: sheet.gap * (block.level === 1 ? 1.7 : 1.2),
        after: block.level === 1 ? sheet.underHeading : 0,
        whole: true,
        from: block.from,
      })
      const [first] = strips
      if (first) first.bookmark = { level: block.level, title: plainText(block.content), id: block.id }
      if (first) first.destinations = [block.id]
      for (const one of strips) one.joinsNext = true
      const last = strips.at(-1)
      if (last) last.closesUp = true
      return strips
    }
    case 'paragraph': {
      const style = block.style === 'lead' ? sheet.lead : block.style === 'small' ? sheet.small : sheet.body
      return setText(setter, {
        content: block.content,
        element: addElement(parent, 'P'),
        style,
        x,
        width,
        linkColour,
        before: sheet.gap,
        after: sheet.gap,
        alignment: block.style === 'centred' ? 'centre' : 'left',
        onGrid: setting.inColumns && style === sheet.body,
        from: block.from,
      })
    }
    case 'list':
      return setList(setting, block, x, width)
    case 'table':
      return setTable(setting, block, x, width)
    case 'callout':
      return setCallout(setting, block, x, width)
    case 'columns':
      return setBlocks(setting, block.blocks, x, width)
    case 'quote':
      return setBlocks(
        { ...setting, parent: addElement(parent, 'BlockQuote') },
        block.blocks,
        x + sheet.indent,
        width - 2 * sheet.indent,
      )
    case 'keepTogether': {
      const strips = setBlocks(setting, block.blocks, x, width)
      for (const one of strips.slice(0, -1)) one.joinsNext = true
      return strips
    }
    case 'rule': {
      const rule: Piece = { kind: 'rule', x, y: 0, width, thickness: 0.5, colour: sheet.colours.rule }
      return [strip({ height: 0.5, before: sheet.gap, after: sheet.gap, pieces: [rule] })]
    }
    case 'pageBreak':
      // Regions are cut at page breaks before blocks are set; inside a box there is nothing to break.
      return []
    case 'sourceList':
      return setSources(setting, block, x, width)
    case 'statusKey':
      return setStatusKey(setting, block, x, width)
    case 'fields':
      return setFields(setting, block, x, width)
    case 'figure':
      return setFigure(setting, block, x, width)
    case 'image':
      return setImage(setting, block, x, width)
    case 'contents':
      return setContents(setting, block, x, width)
    case 'figureList':
      return setFigureList(setting, block, x, width)
    case 'glossary':
      return setGlossary(setting, block, x, width)
    case 'landscape':
      // A page of its own is made where it stands at the top level; within a box it cannot be turned.
      return setBlocks(setting, block.blocks, x, width)
    case 'appendix':
      return setBlocks(setting, [appendixHeading(block), ...block.blocks], x, width)
    default:
      return unreachable(block)
  }
}

const headingTypes = ['H1', 'H2', 'H3', 'H4'] as const

/** "Annex B. Title", as a heading of the first level. */
export function appendixHeading(appendix: Appendix): Heading {
  const label: Inline = { type: 'text', text: `${appendix.label}. ` }
  return {
    type: 'heading',
    level: 1,
    id: appendix.id,
    content: [label, ...appendix.title],
    ...(appendix.from ? { from: appendix.from } : {}),
  }
}

function setMasthead(setting: Setting, masthead: Masthead, x: Points, width: Points): Strip[] {
  const { setter, sheet, parent } = setting
  const { accent, rule } = sheet.colours
  const bar: Piece = { kind: 'fill', x, y: 0, width, height: 2, colour: accent }
  const text = (
    content: Inline[],
    style: TextStyle,
    before: Points,
    after: Points,
    element = addElement(parent, 'P'),
  ): Strip[] =>
    setText(setter, {
      content,
      element,
      style,
      x,
      width,
      linkColour: accent,
      before,
      after,
      whole: true,
      from: masthead.from,
    })
  const particulars: Inline[] = masthead.particulars.flatMap((one, index): Inline[] =>
    index === 0 ? one : [{ type: 'text', text: '\u2002·\u2002' }, ...one],
  )
  const strips = [
    strip({ height: 2, pieces: [bar] }),
    // Spaced capitals are read letter by letter, so what is said is the word.
    ...text(
      [{ type: 'text', text: masthead.kicker.toUpperCase() }],
      sheet.kicker,
      6,
      2,
      addElement(parent, 'P', { actualText: masthead.kicker }),
    ),
    ...text(masthead.title, titleStyle(setting, masthead, width), 0, 2, addElement(parent, 'H1')),
    ...(masthead.subtitle ? text(masthead.subtitle, sheet.subtitle, 0, 3) : []),
    ...(particulars.length > 0 ? text(particulars, sheet.particulars, 2, 5) : []),
    strip({
      height: 0.5,
      before: 4,
      after: sheet.gap * 1.4,
      pieces: [{ kind: 'rule', x, y: 0, width, thickness: 0.5, colour: rule }],
    }),
  ]
  for (const one of strips) one.joinsNext = true
  const [first] = strips
  if (first) first.bookmark = { level: 0, title: plainText(masthead.title), id: 'title' }
  return strips
}

/** A title that needs a second line is set a step smaller, so that it stays in proportion to the page. */
function titleStyle({ setter, sheet }: Setting, masthead: Masthead, width: Points): TextStyle {
  const isLong = setter.measure(runsOf(masthead.title, sheet.title, '')).maxWidth > width
  return isLong
    ? { ...sheet.title, size: sheet.title.size * 0.85, leading: sheet.title.leading * 0.85 }
    : sheet.title
}

/** An item of a list, with the two parts that it has. */
function addListItem(list: StructureElement): { label: StructureElement; body: StructureElement } {
  const item = addElement(list, 'LI')
  return { label: addElement(item, 'Lbl'), body: addElement(item, 'LBody') }
}

function setList(setting: Setting, list: List, x: Points, width: Points): Strip[] {
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

function setCallout(setting: Setting, callout: Callout, x: Points, width: Points): Strip[] {
  const { sheet } = setting
  const { accent, tint, caution, cautionTint } = sheet.colours
  const padding = 8
  const isCaution = callout.kind === 'caution'
  const box: Box = {
    x,
    width,
    padding: 6,
    fill: isCaution ? cautionTint : tint,
    bar: { width: 2, colour: isCaution ? caution : accent },
  }
  const inside = { x: x + padding + 2, width: width - 2 * padding - 2 }
  const parent = addElement(setting.parent, 'Div')
  const title = callout.title
    ? setText(setting.setter, {
        content: callout.title,
        element: addElement(parent, 'P'),
        style: { ...sheet.calloutTitle, colour: isCaution ? caution : accent },
        ...inside,
        linkColour: accent,
        whole: true,
        after: 1,
      })
    : []
  for (const one of title) Object.assign(one, { joinsNext: true, closesUp: true })
  const strips = [
    ...title,
    ...setBlocks({ ...setting, parent, inColumns: false }, callout.blocks, inside.x, inside.width),
  ]
  for (const one of strips) one.boxes = [box, ...one.boxes]
  const [first] = strips
  const last = strips.at(-1)
  if (first) first.before = sheet.gap * 1.2
  if (last) last.after = sheet.gap * 1.4
  // Short boxes stay whole; a long one may run on into the next column.
  if (strips.length <= 14) for (const one of strips.slice(0, -1)) one.joinsNext = true
  return strips
}

function setSources(setting: Setting, list: SourceList, x: Points, width: Points): Strip[] {
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

function setStatusKey(setting: Setting, key: StatusKey, x: Points, width: Points): Strip[] {
  const { sheet, setter } = setting
  const content: Inline[] = key.entries
    .filter((entry) => statusGlyphs[entry.status])
    .flatMap((entry, index): Inline[] => [
      {
        type: 'text',
        text: `${index === 0 ? '' : '\u2003'}${statusGlyphs[entry.status]}\u00a0${entry.label.replaceAll(' ', '\u00a0')}`,
      },
    ])
  if (content.length === 0) return []
  const strips = setText(setter, {
    content,
    element: addElement(setting.parent, 'P'),
    style: sheet.note,
    x,
    width,
    linkColour: sheet.colours.accent,
    whole: true,
  })
  const [first] = strips
  const last = strips.at(-1)
  if (first) first.before = sheet.gap
  if (last) last.after = sheet.gap
  return strips
}

function setFields(setting: Setting, fields: Fields, x: Points, width: Points): Strip[] {
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

export function plainText(content: Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'link' || inline.type === 'foreign' || inline.type === 'reference')
        return plainText(inline.content)
      return inline.type === 'lineBreak' ? ' ' : ''
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
