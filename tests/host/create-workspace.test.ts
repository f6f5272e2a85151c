import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectionNames } from '../../engine/casebook/index.js'
import { findAppRoot } from '../../host/files/app-root.js'
import { makeWholeFolder } from '../../host/files/whole-folder.js'
import { createWorkspace } from '../../host/workspace/create-workspace.js'
import { freshFolder } from './fresh-folder.js'

describe('making a workspace', () => {
  it('copies the built-in casebook and templates whole', () => {
    const dir = join(freshFolder(), 'ours')
    const made = createWorkspace(dir)
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
    expect(made.value.dir).toBe(dir)
    expect(made.value.files).toContain('casebook/casebook.yaml')
    expect(made.value.files).toContain('briefs/issue-brief.brief.yaml')
    for (const [from, to] of [
      ['assets/casebook', 'casebook'],
      ['templates', 'templates'],
    ] as const) {
      const original = join(findAppRoot(), from)
      expect(readdirSync(join(dir, to), { recursive: true }).sort()).toEqual(
        readdirSync(original, { recursive: true }).sort(),
      )
    }
    expect(readFileSync(join(dir, 'casebook/deals.yaml'), 'utf8')).toBe(
      readFileSync(join(findAppRoot(), 'assets/casebook/deals.yaml'), 'utf8'),
    )
  })

  it('begins an empty casebook with the starter and its brief, beside all templates', () => {
    const dir = join(freshFolder(), 'ours')
    const made = createWorkspace(dir, { empty: true })
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
    const starter = join(findAppRoot(), 'assets/starter')
    for (const folder of ['casebook', 'briefs'])
      for (const name of readdirSync(join(starter, folder)))
        expect(readFileSync(join(dir, folder, name), 'utf8')).toBe(
          readFileSync(join(starter, folder, name), 'utf8'),
        )
    expect(readdirSync(join(dir, 'casebook'))).toHaveLength(collectionNames.length + 1)
    expect(readdirSync(join(dir, 'templates'))).toEqual(readdirSync(join(findAppRoot(), 'templates')))
    expect(readdirSync(join(dir, '.schemas'))).toEqual(readdirSync(join(findAppRoot(), 'assets/schemas')))
    expect(readdirSync(join(dir, 'assets'))).toEqual([])
    expect(readdirSync(join(dir, 'exports'))).toEqual([])
  })

  it('leaves nothing half made when a file cannot be copied, and keeps an empty folder that was there', () => {
    const folder = freshFolder()
    const appRoot = join(folder, 'program')
    mkdirSync(join(appRoot, 'assets', 'casebook'), { recursive: true })
    writeFileSync(join(appRoot, 'assets', 'casebook', 'casebook.yaml'), 'title: Ours\n')
    // No templates folder: the copy fails after the casebook was copied.
    for (const dir of [join(folder, 'new', 'ours'), join(folder, 'there')]) {
      if (dir.endsWith('there')) mkdirSync(dir)
      expect(createWorkspace(dir, { appRoot })).toMatchObject({
        ok: false,
        diagnostics: [{ at: { file: dir } }],
      })
    }
    expect(readdirSync(folder).sort()).toEqual(['program', 'there'])
    expect(readdirSync(join(folder, 'there'))).toEqual([])
    rmSync(appRoot, { recursive: true })
  })

  it.each(['where there is nothing yet', 'in an empty folder'])(
    'says that the folder is not empty when somebody else was quicker, %s',
    (where) => {
      const folder = freshFolder()
      const dir = join(folder, 'ours')
      if (where === 'in an empty folder') mkdirSync(dir)
      const made = makeWholeFolder(dir, (beside) => {
        writeFileSync(join(beside, 'mine'), 'mine')
        mkdirSync(dir, { recursive: true })
        writeFileSync(join(dir, 'theirs'), 'theirs')
      })
      expect(made).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/not-empty' }] })
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['ours', join('ours', 'theirs')])
    },
  )
})
