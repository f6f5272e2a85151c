import { expect, it } from 'vitest'
import { nextZoom } from '../../electron/main/window-zoom.js'

it('goes in steps that double the size and halve it, ends at both ends, and comes back to one', () => {
  const way = (from: number, step: 'in' | 'out') => {
    const sizes = [from]
    for (let count = 0; count < 20; count += 1) sizes.push(nextZoom(sizes.at(-1) ?? 1, step))
    return sizes
  }
  expect(way(1, 'in')).toEqual(expect.arrayContaining([1.25, 2, 3]))
  expect(way(1, 'in').at(-1)).toBe(3)
  expect(way(1, 'out')).toContain(0.5)
  expect(way(1, 'out').at(-1)).toBe(0.5)
  expect(nextZoom(1.2, 'in')).toBe(1.25)
  expect(nextZoom(1.2, 'out')).toBe(1.1)
  expect(nextZoom(2.5, 'reset')).toBe(1)
})
