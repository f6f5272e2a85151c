import type { Points } from '../../base/index.js'
import type { Inline, Masthead } from '../../document/index.js'
import { strip } from '../pages/strips.js'
import type { Part } from '../part.js'
import { joined, nothing, type SetBlock } from '../set-block.js'
import type { Setting } from '../setting.js'
import { plainText } from '../text/plain-text.js'
import { runsOf } from '../text/runs-of.js'
import { setText } from '../text/set-text.js'
import type { TextStyle } from '../text/text-run.js'
import type { BlockKind } from './block-kind.js'

/** The head of a document: bar, kicker, title, subtitle, particulars and a rule, none of it alone on a page. */
export const masthead: BlockKind<'masthead'> = {
  set(block, setting) {
    const { sheet, x, width } = setting
    const { accent, rule } = sheet.colours
    const text = (
      content: Inline[],
      style: TextStyle,
      before: Points,
      after: Points,
      part: Omit<Part, 'kids'> = { type: 'P' },
    ): SetBlock =>
      setText(setting, {
        content,
        part,
        style,
        before,
        after,
        whole: true,
        joinsNext: true,
        from: block.from,
      })
    const particulars: Inline[] = block.particulars.flatMap((one, index): Inline[] =>
      index === 0 ? one : [{ type: 'text', text: '\u2002·\u2002' }, ...one],
    )
    const bar = strip({
      height: 2,
      pieces: [{ kind: 'fill', x, y: 0, width, height: 2, colour: accent }],
      joinsNext: true,
      bookmark: { level: 0, title: plainText(block.title), id: 'title' },
    })
    const foot = strip({
      height: 0.5,
      before: 4,
      after: sheet.gap * 1.4,
      pieces: [{ kind: 'rule', x, y: 0, width, thickness: 0.5, colour: rule }],
      joinsNext: true,
    })
    return joined([
      { strips: [bar], parts: [] },
      // Spaced capitals are read letter by letter, so what is said is the word.
      text([{ type: 'text', text: block.kicker.toUpperCase() }], sheet.kicker, 6, 2, {
        type: 'P',
        actualText: block.kicker,
      }),
      text(block.title, titleStyle(setting, block), 0, 2, { type: 'H1' }),
      block.subtitle ? text(block.subtitle, sheet.subtitle, 0, 3) : nothing,
      particulars.length > 0 ? text(particulars, sheet.particulars, 2, 5) : nothing,
      { strips: [foot], parts: [] },
    ])
  },
}

/** A title that needs a second line is set a step smaller, so that it stays in proportion to the page. */
function titleStyle({ setter, sheet, width }: Setting, { title }: Masthead): TextStyle {
  const isLong = setter.measure(runsOf(title, sheet.title, '')).maxWidth > width
  return isLong
    ? { ...sheet.title, size: sheet.title.size * 0.85, leading: sheet.title.leading * 0.85 }
    : sheet.title
}
