import type { Points } from '../../base/index.js'
import type { Contents, FigureList, Glossary, Inline } from '../../document/index.js'
import type { Strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement } from '../structure.js'
import { baselineIn, setText } from '../text/set-text.js'

/** Room at the right for the number of a page. */
const numberWidth: Points = 22

/** The contents: a line for each heading, with the number of its page. */
export function setContents(setting: Setting, contents: Contents, x: Points, width: Points): Strip[] {
  const toc = addElement(setting.parent, 'TOC')
  return contents.entries.flatMap((entry) =>
    setEntry(
      { ...setting, parent: toc },
      entry.content,
      entry.id,
      x + (entry.level - 1) * setting.sheet.indent,
      x + width,
      entry.level === 1,
    ),
  )
}

/** Figures or tables by number, with the number of their page. */
export function setFigureList(setting: Setting, list: FigureList, x: Points, width: Points): Strip[] {
  const toc = addElement(setting.parent, 'TOC')
  return list.entries.flatMap((entry) =>
    setEntry(
      { ...setting, parent: toc },
      [{ type: 'text', text: `${entry.label}. ` }, ...entry.content],
      entry.id,
      x,
      x + width,
      false,
    ),
  )
}

function setEntry(
  setting: Setting,
  content: Inline[],
  target: string,
  x: Points,
  right: Points,
  isMain: boolean,
): Strip[] {
  const { setter, sheet } = setting
  const style = { ...sheet.tableCell, bold: isMain, leading: sheet.tableCell.leading + 1.5 }
  const element = addElement(addElement(setting.parent, 'TOCI'), 'Reference')
  const strips = setText(setter, {
    element,
    content: [{ type: 'reference', id: target, content }],
    style,
    x,
    width: right - x - numberWidth,
    linkColour: sheet.colours.accent,
    before: isMain ? 3 : 0,
    whole: true,
  })
  strips.at(-1)?.pieces.push({
    kind: 'pageNumber',
    element,
    target,
    style,
    x: right,
    baseline: baselineIn(style),
    width: numberWidth,
  })
  return strips
}

/** Acronyms in bold, what they stand for beside them. */
export function setGlossary(setting: Setting, glossary: Glossary, x: Points, width: Points): Strip[] {
  const { setter, sheet } = setting
  return glossary.entries.flatMap((entry) =>
    setText(setter, {
      element: addElement(setting.parent, 'P'),
      content: [{ type: 'text', text: `${entry.term}\u2002`, bold: true }, ...entry.content],
      style: sheet.tableCell,
      x,
      width,
      linkColour: sheet.colours.accent,
      before: 1,
      after: 1,
      whole: true,
    }),
  )
}
