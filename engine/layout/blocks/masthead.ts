import type { Points } from '../../base/index.js'
import type { Inline, Masthead } from '../../document/index.js'
import { type Piece, type Strip, strip } from '../pages/strips.js'
import type { Setting } from '../setting.js'
import { addElement } from '../structure.js'
import { plainText } from '../text/plain-text.js'
import { runsOf, type TextStyle } from '../text/runs.js'
import { setText } from '../text/set-text.js'

/** The head of a document: bar, kicker, title, subtitle, particulars and a rule, none of it alone on a page. */
export function setMasthead(setting: Setting, masthead: Masthead, x: Points, width: Points): Strip[] {
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
