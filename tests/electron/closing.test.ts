import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClosing, longestWait } from '../../electron/main/closing.js'
import { words } from '../../electron/main/words.js'
import { failure, type Outcome, success } from '../../engine/base/index.js'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const full = failure({
  severity: 'error',
  code: 'workspace/disk-full',
  message: 'the disk is full',
  hints: [],
})

/** A window whose texts can be kept as `kept` says, one time after the other, and whose questions are answered. */
function windowWith({ kept = [], answers = [] }: { kept?: Outcome<true>[]; answers?: number[] } = {}) {
  const window = { destroy: vi.fn() }
  const tell = vi.fn()
  const question = vi.fn(() => Promise.resolve(answers.shift()))
  const keep = vi.fn(() => Promise.resolve(kept.shift() ?? success(true as const)))
  const never = () => Promise.resolve(undefined)
  const closing = createClosing({
    ask: { forFolder: never, forFile: never, whereToSave: never, question },
    say: () => words.en,
    tell,
    currentWindow: () => window,
    keep,
  })
  const event = { preventDefault: vi.fn() }
  return { window, tell, question, keep, closing, close: () => closing.onClose(event), event }
}

const later = (time = 0) => vi.advanceTimersByTimeAsync(time)

describe('closing the window', () => {
  it('waits for what the window hands in, keeps what is not saved, and asks nothing', async () => {
    const { window, tell, question, keep, closing, close, event } = windowWith()
    close()
    await later()
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(tell).toHaveBeenCalledWith('closing', null)
    expect([keep.mock.calls.length, window.destroy.mock.calls.length]).toEqual([0, 0])
    closing.closeWindow()
    await later()
    expect([keep.mock.calls.length, window.destroy.mock.calls.length]).toEqual([1, 1])
    expect(question).not.toHaveBeenCalled()
  })

  it('does not wait for a window that hangs', async () => {
    const { window, keep, close } = windowWith()
    close()
    await later(longestWait - 1)
    expect(window.destroy).not.toHaveBeenCalled()
    await later(1)
    expect([keep.mock.calls.length, window.destroy.mock.calls.length]).toEqual([1, 1])
  })

  it('is told of once, however often it is asked for', async () => {
    const { window, tell, closing, close } = windowWith()
    close()
    close()
    closing.closeWindow()
    await later()
    expect([tell.mock.calls.length, window.destroy.mock.calls.length]).toEqual([1, 1])
  })

  it('asks where what is not saved cannot be kept, says why, and stays when that is wanted', async () => {
    const { window, question, closing, close } = windowWith({ kept: [full, full], answers: [2, 1] })
    close()
    closing.closeWindow()
    await later()
    expect(question).toHaveBeenCalledWith(
      expect.objectContaining({ detail: expect.stringContaining('the disk is full') }),
    )
    expect(window.destroy).not.toHaveBeenCalled()
    close()
    closing.closeWindow()
    await later()
    expect(window.destroy).toHaveBeenCalledOnce()
  })

  it('goes without another question once it can be kept', async () => {
    const { window, question, keep, closing, close } = windowWith({ kept: [full], answers: [0] })
    close()
    closing.closeWindow()
    await later()
    expect([keep.mock.calls.length, question.mock.calls.length, window.destroy.mock.calls.length]).toEqual([
      2, 1, 1,
    ])
  })
})
