import { type Points, unreachable } from '../../base/index.js'
import type { Appendix, Block, Heading, Inline } from '../../document/index.js'
import { type Piece, type Strip, strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement } from '../structure.js'
import { plainText } from '../text/plain-text.js'
import { setText } from '../text/set-text.js'
import { setCallout } from './callout.js'
import { setMasthead } from './masthead.js'
import { setFields, setList, setSources } from './set-items.js'
import { setContents, setFigureList, setGlossary } from './set-lists.js'
import { setFigure, setImage } from './set-pictures.js'
import { setStatusKey } from './status-key.js'
import { setTable } from './table.js'

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
