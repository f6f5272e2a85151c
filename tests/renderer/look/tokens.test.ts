import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const file = fileURLToPath(new URL('../../../renderer/look/tokens.css', import.meta.url))
const [light = '', dark = ''] = readFileSync(file, 'utf8').split('@media (prefers-color-scheme: dark)')

function tokensOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]),
  )
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** What stands on what, and the least contrast that WCAG AA asks of it. */
const pairs: [token: string, ground: string, least: number][] = [
  ...['surface', 'raised', 'hover', 'selection', 'desk'].map((on): [string, string, number] => [
    'text',
    on,
    4.5,
  ]),
  ...['surface', 'raised', 'hover', 'desk'].map((on): [string, string, number] => ['muted', on, 4.5]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['accent', 'raised', 4.5],
  ['danger', 'raised', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-tint', 4.5],
  ['warning', 'raised', 4.5],
  ['warning', 'surface', 4.5],
  ['text', 'warning-tint', 4.5],
  ['ok', 'raised', 4.5],
  ['control-line', 'raised', 3],
  ['focus', 'raised', 3],
  ['focus', 'surface', 3],
  ['focus', 'desk', 3],
]

describe.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
])('the colours of the %s window', (_name, tokens) => {
  it.each(pairs)('%s is legible on %s', (token, ground, least) => {
    expect(contrast(tokens[token] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
})

it('has the same colours in both windows', () => {
  expect(Object.keys(tokensOf(dark)).sort()).toEqual(Object.keys(tokensOf(light)).sort())
})
