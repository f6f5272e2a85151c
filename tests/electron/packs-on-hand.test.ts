import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPacksOnHand } from '../../electron/main/packs-on-hand.js'
import { exportPack, findAppRoot } from '../../host/index.js'
import { makePack } from '../../host/packs/make-pack.js'
import { planPack } from '../../host/packs/plan-pack.js'
import { freshFolder } from '../host/fresh-folder.js'
import { islandFolder } from '../other-subject/island.js'
import { zipOf } from '../pack/hostile-zips.js'
import { packOf } from '../pack/made-packs.js'

const choice = {
  ...{ templates: ['fact-sheet'], title: 'Fiche d’été', description: ' ', version: '1.0.0' },
  ...{ author: 'The desk', licence: '' },
}

/** As in the window, but the worker's functions are called here. */
function onHand() {
  const worker = { planPack, makePack: async (job: Parameters<typeof makePack>[0]) => makePack(job) }
  return createPacksOnHand(worker, findAppRoot())
}

function workspaceWithPack(): { dir: string; pack: string } {
  const dir = freshFolder()
  cpSync(join(islandFolder, 'casebook'), join(dir, 'casebook'), { recursive: true })
  const pack = join(freshFolder(), 'house.briefpack')
  writeFileSync(pack, zipOf(packOf()))
  return { dir, pack }
}

describe('packs at the window', () => {
  it('T16: imports what was shown, even from a stick that is gone', async () => {
    const { dir, pack } = workspaceWithPack()
    const packs = onHand()
    expect(packs.choose(pack)).toEqual({ path: pack, name: 'house.briefpack' })
    expect(await packs.plan(dir)).toMatchObject({ ok: true, value: { about: { id: 'house-style' } } })
    rmSync(pack)
    expect(packs.import(dir)).toMatchObject({ ok: true, value: { files: { length: 3 } } })
    expect(existsSync(join(dir, 'templates/house-note.hbs'))).toBe(true)
  })

  it('T16: imports into no other workspace than the one that it was shown for', async () => {
    const { dir, pack } = workspaceWithPack()
    const packs = onHand()
    packs.choose(pack)
    await packs.plan(dir)
    const other = workspaceWithPack().dir
    expect(packs.import(other)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'pack/workspace-changed' }],
    })
    expect(existsSync(join(other, 'templates'))).toBe(false)
  })

  it('T16: imports nothing of a pack that was chosen and not looked at', async () => {
    const { dir, pack } = workspaceWithPack()
    const packs = onHand()
    packs.choose(pack)
    await packs.plan(dir)
    packs.choose(join(dir, 'another.briefpack'))
    expect(() => packs.import(dir)).toThrow('no pack was planned')
    expect(await packs.plan(dir)).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/missing' }] })
    expect(() => packs.import(dir)).toThrow('no pack was planned')
  })

  it('T16: names a pack after its title, and leaves out what is empty', async () => {
    const { dir } = workspaceWithPack()
    const made = await onHand().make(choice, dir)
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
    expect(made.value.about).toEqual({
      ...{ id: 'fiche-d-ete', title: 'Fiche d’été', version: '1.0.0', author: 'The desk' },
    })
    const path = join(freshFolder(), 'x.briefpack')
    expect((await exportPack(path, made.value.bytes)).ok).toBe(true)
    const untitled = await onHand().make({ ...choice, title: '' }, dir)
    expect(untitled.ok && untitled.value.about.id).toBe('fact-sheet')
  })
})
