import * as z from 'zod'
import {
  type Diagnostic,
  type FilePlace,
  keptWith,
  type Outcome,
  type SourceFile,
  settle,
} from '../base/index.js'
import { checkShape, placeAtPath, readYamlFile } from '../yaml/index.js'
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

/** The fields of a theme's file, as they are written. */
export const themeShape = z.strictObject({
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

export type Theme = z.infer<typeof themeShape>
export type Density = Theme['densities'][number]

/**
 * Reads a theme's YAML.
 *
 * Fails with `theme/yaml-syntax`, `theme/unknown-field`, `theme/missing-field`, `theme/field` or `theme/contrast`
 * (text under 4.5:1 on its ground, WCAG 2.1 AA).
 */
export function parseTheme(file: SourceFile): Outcome<Theme> {
  const { file: yaml, diagnostics } = readYamlFile(file, 'theme')
  const theme = yaml && checkShape(yaml, themeShape, 'theme', diagnostics)
  if (!yaml || !theme) return { ok: false, diagnostics }
  diagnostics.push(...contrastFaults(theme, (path) => placeAtPath(yaml, path)))
  return settle(theme, diagnostics)
}

/** A theme's file, read once as long as it lives. */
export const themeIn = keptWith(parseTheme)

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

function contrastFaults(theme: Theme, placeAt: (path: string[]) => FilePlace): Diagnostic[] {
  const tint = tintOf(theme, theme.colours.accent)
  const texts = (['ink', 'accent', 'muted', 'caution'] as const).map((name) => [
    'colours',
    name,
    theme.colours[name],
  ])
  const markings = Object.entries(theme.markings).map(([name, hex]) => ['markings', name, hex])
  const pairs = [
    ...[...texts, ...markings].map((one) => [...one, '#ffffff']),
    ...texts.map((one) => [...one, tint]),
  ] as [string, string, string, string][]
  return pairs.flatMap(([group, name, text, ground]): Diagnostic[] => {
    const ratio = contrast(text, ground)
    if (ratio >= 4.5) return []
    return [
      {
        severity: 'error',
        code: 'theme/contrast',
        message: `\`${name}\` ${text} has a contrast of ${ratio.toFixed(1)}:1 on ${ground}, less than 4.5:1`,
        hints: ['choose a darker colour'],
        at: placeAt([group, name]),
      },
    ]
  })
}
