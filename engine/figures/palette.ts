/**
 * At most six series, from Paul Tol's muted scheme (https://sronpersonalpages.nl/~pault/, 2021), ordered so that
 * any two differ in lightness by ten steps of L* at least or else in pattern: they stay apart in greyscale and for
 * colour-blind readers.
 */
export interface SeriesStyle {
  colour: string
  pattern: Pattern
}

export type Pattern = 'solid' | 'hatch' | 'cross' | 'open'

export const seriesStyles: readonly SeriesStyle[] = [
  { colour: '#332288', pattern: 'solid' },
  { colour: '#ddcc77', pattern: 'solid' },
  { colour: '#117733', pattern: 'solid' },
  { colour: '#cc6677', pattern: 'solid' },
  { colour: '#88ccee', pattern: 'cross' },
  { colour: '#882255', pattern: 'hatch' },
]

/** What stands for all that is not among the first five when there are more than six. */
export const otherStyle: SeriesStyle = { colour: '#bbbbbb', pattern: 'solid' }

export function seriesStyle(index: number): SeriesStyle {
  return seriesStyles[index] ?? otherStyle
}

/** Lightness from 0 to 100 as the eye grades it (CIE 1976 L*, D65), of a colour such as `#1a1d21`. */
export function lightness(colour: string): number {
  const y = luminance(colour)
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27
}

/** Relative luminance from 0 to 1. Source: WCAG 2.2. */
export function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** `colour` with `share` of white mixed in: an opaque tint, which prints alike everywhere. */
export function tinted(colour: string, share: number): string {
  const mixed = channels(colour).map((channel) => Math.round(channel + (255 - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Black or white, whichever reads better on `ground`. */
export function inkOn(ground: string, ink: string): string {
  const against = (one: string) => {
    const [low, high] = [luminance(one), luminance(ground)].sort((a, b) => a - b) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }
  return against('#ffffff') > against(ink) ? '#ffffff' : ink
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}
