import * as z from 'zod'
import type { WindowCalls } from '../../contract/index.js'
import { nothing } from './fields.js'
import type { Handlers, Inputs, Main } from './topic.js'

export const windowInputs: Inputs<WindowCalls> = {
  openLink: z.tuple([z.string().max(4096)]),
  closeWindow: nothing,
}

export function windowHandlers({ closing, ask, say, system }: Main): Handlers<WindowCalls> {
  return {
    async openLink(address) {
      if (!/^(https?|mailto):/i.test(address) || !URL.canParse(address)) return false
      const { open, cancel, openLink, openLinkDetail } = say()
      const answer = await ask.question({
        type: 'question',
        message: openLink,
        detail: openLinkDetail(address),
        buttons: [open, cancel],
        defaultId: 1,
        cancelId: 1,
      })
      if (answer !== 0) return false
      await system.openExternal(address)
      return true
    },
    closeWindow: closing.closeWindow,
  }
}
