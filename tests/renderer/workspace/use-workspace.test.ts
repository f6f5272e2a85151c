import { expect, it, vi } from 'vitest'

const main = vi.hoisted(() => {
  const readWorkspace = vi.fn()
  const calls = new Proxy(
    {},
    { get: (_, name) => (name === 'readWorkspace' ? readWorkspace : async () => undefined) },
  )
  Object.assign(globalThis, { window: { briefwright: calls } })
  return { readWorkspace }
})

import { readWorkspace, useWorkspace } from '../../../renderer/workspace/use-workspace.js'

const contents = { folder: '/w', templates: [], briefs: [], diagnostics: [] }
const shown = () => useWorkspace.getState().workspace

it('keeps the casebook that it has where main says that it is the same, and no other', async () => {
  const casebook = { title: 'One' }
  main.readWorkspace.mockResolvedValueOnce({ ...contents, casebook, casebookNumber: 4 })
  await readWorkspace()
  main.readWorkspace.mockResolvedValueOnce({ ...contents, folder: '/x', casebookNumber: 4 })
  await readWorkspace()
  expect(main.readWorkspace).toHaveBeenLastCalledWith(4)
  expect(shown()?.folder).toBe('/x')
  expect(shown()?.casebook).toBe(casebook)

  main.readWorkspace.mockResolvedValueOnce({ ...contents, casebookNumber: 0 })
  await readWorkspace()
  expect(shown()?.casebook).toBeUndefined()
})
