import { expect, it } from 'vitest'
import { torture } from './torture.js'

/** A short form of `npm run torture`, at moments that come out again. */
it('loses nothing that it acknowledged, and leaves nothing half-written or lying about, where it is killed', async () => {
  const all = await torture({ kills: 40, seed: 1 })
  expect(
    all.map(({ name, lost, half, strays, examples }) => ({ name, lost, half, strays, examples })),
  ).toEqual(all.map(({ name }) => ({ name, lost: 0, half: 0, strays: 0, examples: [] })))
  expect(all.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(40)
})
