import { describe, expect, it } from 'vitest'
import { placeOnScreen } from '../../electron/main/place-on-screen.js'

const laptop = { x: 0, y: 25, width: 1280, height: 775 }
const beside = { x: 1280, y: 0, width: 1920, height: 1080 }
const saved = { x: 1400, y: 100, width: 1200, height: 800, isMaximized: false }

describe('the place of the window', () => {
  it('is where it was while a screen shows it there', () => {
    expect(placeOnScreen(saved, [laptop, beside])).toEqual({ x: 1400, y: 100, width: 1200, height: 800 })
  })

  it('is on a screen that there is, once the one that it was on is gone', () => {
    expect(placeOnScreen(saved, [laptop])).toEqual({ width: 1200, height: 775 })
  })

  it.each([
    { x: -1130, y: 40 },
    { x: 1210, y: 40 },
    { x: 40, y: -300 },
    { x: 40, y: 780 },
  ])('is not off the screen: $x, $y', (off) => {
    expect(placeOnScreen({ ...saved, ...off }, [laptop])).not.toHaveProperty('x')
  })

  it('is as large as a first start has it, and no larger than the screen', () => {
    expect(placeOnScreen(undefined, [beside])).toEqual({ width: 1440, height: 900 })
    expect(placeOnScreen(undefined, [laptop])).toEqual({ width: 1280, height: 775 })
  })
})
