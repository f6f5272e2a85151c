import { isMap, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Diagnostic, failure, type Outcome, type Place, settle } from '../diagnostic.js'
import type { SourceFile } from '../host.js'
import { contrast } from './contrast.js'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as `#1d3b66`')
const millimetres = z.number().min(0).max(80)
const sizeAndLeading = z
  .tuple([z.number().min(7).max(40), z.number().min(8).max(60)])
  .refine(([size, leading]) => leading >= size, 'expected a leading no smaller than the size')

const margins = z.strictObject({
  sides: millimetres,
  top: millimetres,
  foot: millimetres,
  gutter: millimetres,
})

const density = z.strictObject({
  name: z.string(),
  /** Size and leading of text set in one column, and in two or more, in points. */
  oneColumn: sizeAndLeading,
  twoColumns: sizeAndLeading,
  table: sizeAndLeading,
  /** Multiplies the space between blocks. */
  spacing: z.number().min(0.3).max(2),
})

const schema = z.strictObject({
  id: z.string(),
  title: z.union([z.string(), z.strictObject({ en: z.string(), fr: z.string() })]),
  /** `symbols` is where characters come from that the other two lack, the status marks among them. */
  fonts: z.strictObject({ text: z.string(), heads: z.string(), symbols: z.string() }),
  colours: z.strictObject({
    ink: colour,
    accent: colour,
    muted: colour,
    rule: colour,
    caution: colour,
    /** How much of the accent a tinted ground holds, 0 to 1. */
    tint: z.number().min(0).max(0.3),
  }),
  /** Colour of a marking's text, by the marking as it is printed; `default` for the rest. */
  markings: z.record(z.string(), colour),
  margins: z.strictObject({ A4: margins, Letter: margins }),
  titleSize: sizeAndLeading,
  /** From the loosest to the tightest; `normal` is used where a template promises no number of pages. */
  densities: z.array(density).min(1),
})

export type Theme = z.infer<typeof schema>
export type Density = Theme['densities'][number]

/**
 * Reads a theme's YAML.
 *
 * Fails with `theme/syntax`, `theme/field` or `theme/contrast` (text under 4.5:1 on its ground, WCAG 2.1 AA).
 */
export function parseTheme(file: SourceFile): Outcome<Theme> {
  const counter = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const position = counter.linePos(offset)
    return { file: file.path, line: Math.max(1, position.line), column: Math.max(1, position.col) }
  }
  if (document.errors.length > 0) {
    return failure(
      ...document.errors.map(
        (error): Diagnostic => ({
          severity: 'error',
          code: 'theme/syntax',
          message: `the theme is not valid YAML: ${firstLine(error.message)}`,
          hints: ['check indentation, colons and quotes around this line'],
          at: placeAt(error.pos[0]),
        }),
      ),
    )
  }
  const read = schema.safeParse(document.toJS())
  if (!read.success) {
    return failure(
      ...read.error.issues.map((issue): Diagnostic => {
        const path = issue.path.map(String)
        return {
          severity: 'error',
          code: 'theme/field',
          message: `${path.length > 0 ? `\`${path.join('.')}\`: ` : ''}${lowerFirst(issue.message)}`,
          hints: ['the built-in theme `agency` shows every field'],
          at: placeAt(offsetOf(document.contents, issue.path)),
        }
      }),
    )
  }
  const theme = read.data
  return settle(theme, contrastFaults(theme, placeAt(0)))
}

/** The ground of a summary box: the accent thinned with white. */
export function tintOf(theme: Theme, hex: string): string {
  const part = (start: number): string => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16)
    return Math.round(255 - (255 - value) * theme.colours.tint)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${part(1)}${part(3)}${part(5)}`
}

function contrastFaults(theme: Theme, at: Place): Diagnostic[] {
  const faults: Diagnostic[] = []
  const tint = tintOf(theme, theme.colours.accent)
  const pairs: [string, string, string][] = [
    ...(['ink', 'accent', 'muted', 'caution'] as const).flatMap((name): [string, string, string][] => [
      [name, theme.colours[name], '#ffffff'],
      [name, theme.colours[name], tint],
    ]),
    ...Object.entries(theme.markings).map(([name, hex]): [string, string, string] => [name, hex, '#ffffff']),
  ]
  for (const [name, text, ground] of pairs) {
    const ratio = contrast(text, ground)
    if (ratio >= 4.5) continue
    faults.push({
      severity: 'error',
      code: 'theme/contrast',
      message: `\`${name}\` ${text} has a contrast of ${ratio.toFixed(1)}:1 on ${ground}, less than 4.5:1`,
      hints: ['choose a darker colour'],
      at,
    })
  }
  return faults
}

function offsetOf(contents: unknown, path: PropertyKey[]): number {
  let node: unknown = contents
  let offset = 0
  for (const key of path) {
    if (!isMap(node)) break
    const pair = node.items.find((item) => String(item.key) === String(key))
    if (!pair) break
    const keyRange = (pair.key as { range?: [number, number, number] }).range
    if (keyRange) offset = keyRange[0]
    node = pair.value
  }
  return offset
}

function firstLine(text: string): string {
  return lowerFirst(text.split('\n')[0] ?? text)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
