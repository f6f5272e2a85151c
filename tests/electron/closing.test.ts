import { describe, expect, it, vi } from 'vitest'
import { createClosing } from '../../electron/main/closing.js'
import { words } from '../../electron/main/words.js'

/** A window with unsaved work or none, whose question is answered by the number of a button. */
async function close({ isUnsaved, answer }: { isUnsaved: boolean; answer?: number }) {
  const window = { close: vi.fn(), setDocumentEdited: vi.fn() }
  const tell = vi.fn()
  const question = vi.fn(() => Promise.resolve(answer))
  const never = () => Promise.resolve(undefined)
  const closing = createClosing({
    ask: { forFolder: never, forFile: never, whereToSave: never, question },
    say: () => words.en,
    tell,
    currentWindow: () => window,
  })
  closing.noteUnsaved(isUnsaved)
  const event = { preventDefault: vi.fn() }
  closing.onClose(event)
  await Promise.resolve()
  await Promise.resolve()
  return { window, tell, question, closing, isHeld: event.preventDefault.mock.calls.length > 0 }
}

describe('closing the window', () => {
  it('goes without a question where nothing would be lost', async () => {
    const { isHeld, question } = await close({ isUnsaved: false })
    expect([isHeld, question.mock.calls.length]).toEqual([false, 0])
  })

  it('asks first where something would, and stays when the question is put away', async () => {
    const { isHeld, window, tell } = await close({ isUnsaved: true, answer: 2 })
    expect(isHeld).toBe(true)
    expect(window.setDocumentEdited).toHaveBeenCalledWith(true)
    expect([window.close.mock.calls.length, tell.mock.calls.length]).toEqual([0, 0])
  })

  it('saves first when that is the answer', async () => {
    const { window, tell } = await close({ isUnsaved: true, answer: 0 })
    expect(tell).toHaveBeenCalledWith('menuChosen', 'save-and-close')
    expect(window.close).not.toHaveBeenCalled()
  })

  it('goes and asks no second time when nothing is to be saved', async () => {
    const { window, closing, question } = await close({ isUnsaved: true, answer: 1 })
    expect(window.close).toHaveBeenCalledOnce()
    closing.onClose({ preventDefault: () => expect.unreachable('it was asked once') })
    expect(question).toHaveBeenCalledOnce()
  })
})
