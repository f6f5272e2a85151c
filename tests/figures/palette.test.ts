import { describe, expect, it } from 'vitest'
import { fillBox, hatchLines } from '../../engine/figures/fill.js'
import { inkOn, lightness, luminance, seriesStyles, tinted } from '../../engine/figures/palette.js'

describe('the palette', () => {
  it('has series that differ in greyscale, by ten steps of lightness or by pattern', () => {
    for (const [index, one] of seriesStyles.entries())
      for (const other of seriesStyles.slice(index + 1)) {
        const distance = Math.abs(lightness(one.colour) - lightness(other.colour))
        expect(distance >= 10 || one.pattern !== other.pattern, `${one.colour} and ${other.colour}`).toBe(
          true,
        )
      }
  })

  it('has six series at most', () => {
    expect(seriesStyles.length).toBeLessThanOrEqual(6)
  })

  it('grades lightness as CIE L* does', () => {
    expect(lightness('#ffffff')).toBeCloseTo(100, 5)
    expect(lightness('#000000')).toBe(0)
    expect(lightness('#777777')).toBeCloseTo(50.03, 1)
  })

  it('writes on every series at 4.5:1', () => {
    for (const { colour } of seriesStyles.filter(({ pattern }) => pattern === 'solid')) {
      const [low, high] = [luminance(colour), luminance(inkOn(colour, '#1a1d21'))].sort((a, b) => a - b)
      expect(((high ?? 0) + 0.05) / ((low ?? 0) + 0.05), colour).toBeGreaterThan(4.5)
    }
  })

  it('mixes tints with white', () => {
    expect(tinted('#000000', 0.5)).toBe('#808080')
    expect(tinted('#1d3b66', 1)).toBe('#ffffff')
  })
})

describe('a pattern', () => {
  it('is lines cut to their area', () => {
    const shapes = fillBox({ x: 0, y: 0, width: 10, height: 10 }, '#882255', 'hatch')
    expect(shapes.map(({ kind }) => kind)).toEqual(['path', 'clipped', 'path'])
  })

  it('covers the whole of its area, both ways', () => {
    const box = { x: 40, y: 7, width: 30, height: 12 }
    for (const isFalling of [false, true]) {
      const lines = hatchLines(box, 3, isFalling).match(/M[^M]+/g) ?? []
      expect(lines.length).toBeGreaterThan(8)
      for (const line of lines) expect(line).toMatch(/,7L.*,19$/)
    }
  })
})
