import { describe, expect, it } from 'vitest'
import { originAt } from '../../../renderer/page/origin-at.js'

const place = (line: number) => ({ file: 'a.hbs', line, column: 1 })
const map = [
  { page: 1, x: 50, y: 100, width: 400, height: 200, from: place(1) },
  { page: 1, x: 60, y: 150, width: 100, height: 12, from: place(2) },
  { page: 2, x: 50, y: 100, width: 400, height: 200, from: place(3) },
]

describe('where a thing on the page came from', () => {
  it('is the smallest thing there', () => {
    expect(originAt(map, 1, 70, 155)).toEqual(place(2))
    expect(originAt(map, 1, 300, 155)).toEqual(place(1))
    expect(originAt(map, 2, 300, 155)).toEqual(place(3))
  })

  it('is nowhere on empty paper', () => {
    expect(originAt(map, 1, 10, 10)).toBeUndefined()
    expect(originAt(map, 3, 70, 155)).toBeUndefined()
  })
})
