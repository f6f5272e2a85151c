import type { Points } from '../base/index.js'
import { type Density, type Theme, tintOf } from '../theme/index.js'
import type { TextStyle } from './text/text-run.js'

/** Every look of a document, settled from a theme, one of its densities and the number of columns. */
export interface StyleSheet {
  body: TextStyle
  lead: TextStyle
  small: TextStyle
  heading: Record<1 | 2 | 3, TextStyle>
  kicker: TextStyle
  title: TextStyle
  subtitle: TextStyle
  particulars: TextStyle
  tableHead: TextStyle
  tableCell: TextStyle
  caption: TextStyle
  note: TextStyle
  source: TextStyle
  label: TextStyle
  calloutTitle: TextStyle
  /** Space under a first-level heading. */
  underHeading: Points
  /** Space between the items of a list. */
  itemGap: Points
  /** Above and below the text of a table cell. */
  cellPadding: Points
  /** Space between paragraphs. */
  gap: Points
  /** Distance of the grid that baselines fall on, in two columns. */
  grid: Points
  indent: Points
  colours: SheetColours
}

export interface SheetColours {
  ink: string
  accent: string
  muted: string
  rule: string
  tint: string
  caution: string
  cautionTint: string
}

export function coloursOf(theme: Theme): SheetColours {
  const { ink, accent, muted, rule, caution } = theme.colours
  const [tint, cautionTint] = [tintOf(theme, accent), tintOf(theme, caution)]
  return { ink, accent, muted, rule, caution, tint, cautionTint }
}

export function styleSheet(theme: Theme, density: Density, columns: number): StyleSheet {
  const [size, leading] = columns > 1 ? density.twoColumns : density.oneColumn
  const [tableSize, tableLeading] = density.table
  const { ink, accent, muted } = theme.colours
  const text = (part: Partial<TextStyle>): TextStyle => ({
    family: 'text',
    size,
    leading,
    colour: ink,
    ...part,
  })
  const sans = (part: Partial<TextStyle>): TextStyle => ({
    family: 'heads',
    size,
    leading,
    colour: ink,
    ...part,
  })
  const [titleSize, titleLeading] = theme.titleSize
  return {
    body: text({}),
    lead: text({ size: size + 1, leading: leading + 1.5 }),
    small: text({ size: Math.max(8, size - 1.5), leading: Math.max(10.5, leading - 2) }),
    heading: {
      // With the space below, one and a half lines: the text after it is on the grid again.
      1: sans({ size: 11, leading: leading * 1.25, bold: true, colour: accent }),
      2: sans({ size, leading, bold: true }),
      3: sans({ size, leading, italic: true, colour: muted }),
    },
    // Wider than a tenth of the size, and readers take the space between letters for one between words.
    kicker: sans({ size: 7.5, leading: 10, bold: true, colour: accent, tracking: 0.7 }),
    title: sans({ size: titleSize, leading: titleLeading, bold: true }),
    subtitle: text({ size: 11, leading: 14.5, colour: muted }),
    particulars: sans({ size: 8.5, leading: 11, colour: muted }),
    tableHead: sans({ size: 7.5, leading: 9.5, bold: true, colour: muted }),
    tableCell: sans({ size: tableSize, leading: tableLeading }),
    caption: sans({ size: 8.5, leading: 11 }),
    note: sans({ size: 7.5, leading: 9.75, colour: muted }),
    source: sans({ size: Math.max(7.5, tableSize - 0.5), leading: Math.max(9.25, tableLeading - 0.75) }),
    label: sans({ size: 7.5, leading, bold: true, colour: muted, tracking: 0.6 }),
    calloutTitle: sans({ size: size - 0.5, leading, bold: true, colour: accent }),
    // Half a line at most in columns: more would be rounded up to a whole one by the grid.
    gap: (leading / 2) * (columns > 1 ? Math.min(1, density.spacing) : density.spacing),
    underHeading: leading * 0.25,
    itemGap: columns > 1 ? 0 : leading * 0.2 * density.spacing,
    cellPadding: 2.4 * density.spacing,
    grid: leading / 2,
    indent: 12,
    colours: coloursOf(theme),
  }
}
