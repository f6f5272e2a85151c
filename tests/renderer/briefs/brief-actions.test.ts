import { beforeEach, describe, expect, it, vi } from 'vitest'
import { success } from '../../../engine/base/index.js'

const main = vi.hoisted(() => {
  const saveBrief = vi.fn()
  const calls = new Proxy(
    {},
    { get: (_, name) => (name === 'saveBrief' ? saveBrief : async () => undefined) },
  )
  Object.assign(globalThis, { window: { briefwright: calls } })
  return { saveBrief }
})

import { mayPutAside } from '../../../renderer/briefs/brief-actions.js'
import { useBriefDialogs } from '../../../renderer/briefs/brief-dialogs.js'
import { changeBrief, isUnsaved, takeUp, useOpenBrief } from '../../../renderer/briefs/use-open-brief.js'

const brief = { template: 'fact-sheet', language: 'en' as const, parameters: {}, narrative: {} }
const answer = (given: 'save' | 'discard' | 'cancel') => useBriefDialogs.getState().answer?.(given)

beforeEach(() => {
  main.saveBrief.mockReset().mockResolvedValue(success(true))
  takeUp('briefs/a.brief.yaml', brief)
})

describe('putting the open brief aside', () => {
  it('asks nothing while there is nothing to save', async () => {
    expect(await mayPutAside()).toBe(true)
    expect(useBriefDialogs.getState().answer).toBeUndefined()
  })

  it.each([
    ['save', true, 1],
    ['discard', true, 0],
    ['cancel', false, 0],
  ] as const)('with the answer %s', async (given, isAllowed, saves) => {
    changeBrief({ title: 'New' })
    const asked = mayPutAside()
    answer(given)
    expect(await asked).toBe(isAllowed)
    expect(main.saveBrief).toHaveBeenCalledTimes(saves)
    expect(useBriefDialogs.getState().answer).toBeUndefined()
  })

  it('does not, where it should be saved first and cannot be', async () => {
    main.saveBrief.mockResolvedValue({ ok: false, diagnostics: [] })
    changeBrief({ title: 'New' })
    const asked = mayPutAside()
    answer('save')
    expect(await asked).toBe(false)
    expect(isUnsaved(useOpenBrief.getState())).toBe(true)
  })

  it('gives up what asked first when something else asks', async () => {
    changeBrief({ title: 'New' })
    const first = mayPutAside()
    const second = mayPutAside()
    expect(await first).toBe(false)
    answer('discard')
    expect(await second).toBe(true)
  })
})
