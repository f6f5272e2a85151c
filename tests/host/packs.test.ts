import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../engine/base/index.js'
import { compileBrief } from '../../engine/compile/index.js'
import { writeTogether } from '../../host/files/write-together.js'
import { createNodeHost, exportPack, findAppRoot, importPack, readWorkspace } from '../../host/index.js'
import { makePack } from '../../host/packs/make-pack.js'
import { type PlannedPack, planPack } from '../../host/packs/plan-pack.js'
import { islandFolder } from '../other-subject/island.js'
import { zipOf } from '../pack/hostile-zips.js'
import { houseFiles, packOf, textFile } from '../pack/made-packs.js'
import { freshFolder } from './fresh-folder.js'

const root = findAppRoot()
const about = { id: 'gallery', version: '1.0.0' }
const gallery = readdirSync(join(root, 'templates'))
  .filter((name) => name.endsWith('.hbs'))
  .map((name) => name.replace('.hbs', ''))

function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1))
  return outcome.value
}

/** A workspace with a casebook and nothing else. */
function emptyWorkspace(casebook = join(root, 'assets', 'casebook')): string {
  const dir = join(freshFolder(), 'theirs')
  cpSync(casebook, join(dir, 'casebook'), { recursive: true })
  return dir
}

/** A program that has no templates of its own, so that all come from the workspace. */
function bareProgram(): string {
  const folder = freshFolder()
  symlinkSync(join(root, 'assets'), join(folder, 'assets'))
  symlinkSync(join(root, 'package.json'), join(folder, 'package.json'))
  mkdirSync(join(folder, 'templates'))
  return folder
}

async function plannedInto(dir: string, bytes = zipOf(packOf())): Promise<PlannedPack> {
  const path = join(freshFolder(), 'house.briefpack')
  writeFileSync(path, bytes)
  return valueIn(await planPack({ path, dir }))
}

/** Every file below a folder with what it holds. */
function contentsOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort()
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(dir, path), 'latin1')]))
}

const headPath = 'templates/partials/house-head.hbs'

describe('a pack from one workspace to another', () => {
  it('T16: is the same bytes twice, in another time zone too', () => {
    const zone = process.env['TZ']
    const one = valueIn(makePack({ templates: ['issue-brief', 'fact-sheet'], about }))
    process.env['TZ'] = 'Pacific/Kiritimati'
    const other = valueIn(
      makePack({ templates: ['fact-sheet', 'issue-brief'], about: { ...about, title: one.about.title } }),
    )
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(Buffer.from(other.bytes).equals(Buffer.from(one.bytes))).toBe(true)
  })

  it.each([
    ['the built-in casebook', undefined],
    ['another subject', join(islandFolder, 'casebook')],
  ])('T16: makes the same documents there, on %s', async (_, casebook) => {
    const appRoot = bareProgram()
    const theirs = emptyWorkspace(casebook)
    const before = valueIn(readWorkspace({ dir: theirs }))
    const made = valueIn(makePack({ templates: gallery, about }))
    const path = join(freshFolder(), 'gallery.briefpack')
    valueIn(await exportPack(path, made.bytes))
    const planned = await planPack({ path, dir: theirs, appRoot })
    expect(planned).toMatchObject({ ok: true, warnings: [] })
    expect(valueIn(planned).plan.files.every(({ effect }) => effect === 'added')).toBe(true)
    const imported = valueIn(importPack(valueIn(planned), theirs))
    expect(imported).toEqual({ files: made.files })

    const after = valueIn(readWorkspace({ dir: theirs, appRoot }))
    expect([...after.library.templates.keys()].sort()).toEqual([...gallery].sort())
    expect(gallery).toHaveLength(10)
    // The longest is made on the smaller casebook.
    for (const template of gallery.filter((id) => casebook !== undefined || id !== 'country-brief')) {
      const brief = { template, language: 'en' as const, dossier: false, parameters: {}, narrative: {} }
      const host = createNodeHost({ today: '2026-03-02' })
      const [one, other] = [await compileBrief(before, brief, host), await compileBrief(after, brief, host)]
      expect({
        template,
        isSame: Buffer.from(valueIn(one).bytes).equals(Buffer.from(valueIn(other).bytes)),
      }).toEqual({
        template,
        isSame: true,
      })
    }
  })

  it('T16: takes the pictures that its templates name, and warns of one that is not there', async () => {
    const ours = emptyWorkspace()
    for (const { path, bytes } of [
      ...houseFiles,
      textFile('templates/partials/seal.hbs', '![Seal](assets/seal.png)\n'),
    ]) {
      mkdirSync(join(ours, path, '..'), { recursive: true })
      writeFileSync(join(ours, path), bytes)
    }
    writeFileSync(join(ours, headPath), '{{image "assets/house/mark.png" alt="x"}}\n\n{{> seal}}\n')
    const made = makePack({ templates: ['house-note'], about, dir: ours })
    expect(made).toMatchObject({ warnings: [{ severity: 'warning', code: 'workspace/missing' }] })
    expect(valueIn(made).files).toEqual([
      'assets/house/mark.png',
      'templates/house-note.hbs',
      headPath,
      'templates/partials/seal.hbs',
      'templates/themes/agency.yaml',
    ])
    expect(valueIn(made).about.title).toEqual({ en: 'House note', fr: 'Note maison' })
  })

  it('T16: is not written over another file, nor under another name', async () => {
    const folder = freshFolder()
    const { bytes } = valueIn(makePack({ templates: ['fact-sheet'], about }))
    expect(await exportPack(join(folder, 'pack.zip'), bytes)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/not-a-pack-name' }],
    })
    writeFileSync(join(folder, 'mine.briefpack'), 'my own notes')
    expect(await exportPack(join(folder, 'mine.briefpack'), bytes)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/would-overwrite' }],
    })
    expect(contentsOf(folder)).toEqual({ 'mine.briefpack': 'my own notes' })
  })
})

describe('importing a pack', () => {
  it('T16: writes what is new and keeps what it replaces', async () => {
    const dir = emptyWorkspace()
    mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
    writeFileSync(join(dir, headPath), 'my own head')
    chmodSync(join(dir, headPath), 0o640)
    const planned = await plannedInto(dir)
    const now = new Date(2026, 10, 23, 9, 5, 7)
    expect(valueIn(importPack(planned, dir, now))).toEqual({
      files: ['assets/house/mark.png', 'templates/house-note.hbs', headPath],
      kept: 'replaced/2026-11-23-090507-house-style',
    })
    for (const { path, bytes } of houseFiles)
      expect(new Uint8Array(readFileSync(join(dir, path)))).toEqual(bytes)
    expect(contentsOf(join(dir, 'replaced'))).toEqual({
      [`2026-11-23-090507-house-style/${headPath}`]: 'my own head',
    })
    expect(statSync(join(dir, headPath)).mode & 0o777).toBe(0o640)

    writeFileSync(join(dir, headPath), 'mine again')
    const again = importPack(await plannedInto(dir), dir, now)
    expect(valueIn(again)).toEqual({ files: [headPath], kept: 'replaced/2026-11-23-090507-house-style-2' })
    expect(valueIn(importPack(await plannedInto(dir), dir, now))).toEqual({ files: [] })
    expect(readdirSync(join(dir, 'replaced'))).toHaveLength(2)
  })

  it('T16: no longer needs the file that the pack was read from', async () => {
    const dir = emptyWorkspace()
    const planned = await plannedInto(dir)
    rmSync(planned.path)
    expect(importPack(planned, dir).ok).toBe(true)
  })

  it('T16: writes nothing when a file was changed since the plan was shown', async () => {
    const dir = emptyWorkspace()
    const planned = await plannedInto(dir)
    mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
    writeFileSync(join(dir, headPath), 'written meanwhile')
    const before = contentsOf(dir)
    expect(importPack(planned, dir)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'pack/workspace-changed', at: { file: headPath } }],
    })
    expect(contentsOf(dir)).toEqual(before)
  })

  it('T16: writes nothing when one of the files cannot be written', async () => {
    const dir = emptyWorkspace()
    mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
    writeFileSync(join(dir, headPath), 'my own head')
    const planned = await plannedInto(dir)
    // A file where the copies of what is replaced would go.
    writeFileSync(join(dir, 'replaced'), 'a file')
    const before = contentsOf(dir)
    expect(importPack(planned, dir)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/not-a-folder' }],
    })
    expect(contentsOf(dir)).toEqual(before)
    expect(readdirSync(dir).sort()).toEqual(['casebook', 'replaced', 'templates'])
  })

  it('T16: takes back what it has written when a later file cannot be put in place', async () => {
    const dir = emptyWorkspace()
    mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
    writeFileSync(join(dir, 'templates', 'house-note.hbs'), 'my own note')
    const planned = await plannedInto(dir)
    const before = contentsOf(dir)
    // A folder cannot be replaced by a file; this one comes after the plan, before the last of the three.
    expect(planned.pack.files.at(-1)?.path).toBe(headPath)
    mkdirSync(join(dir, headPath, 'in the way'), { recursive: true })
    const files = planned.pack.files.map(({ path, bytes }) => ({
      ...{ path, bytes },
      ...(path.endsWith('house-note.hbs') && { before: Buffer.from('my own note') }),
    }))
    expect(writeTogether(dir, files, 'replaced/now')).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/not-a-file', at: { file: headPath } }],
    })
    rmSync(join(dir, headPath), { recursive: true })
    expect(contentsOf(dir)).toEqual(before)
    expect(existsSync(join(dir, 'replaced'))).toBe(false)
    expect(existsSync(join(dir, 'assets'))).toBe(false)
  })

  it('T16: writes through a link of the workspace’s owner and keeps it', async () => {
    const dir = emptyWorkspace()
    const shared = join(freshFolder(), 'head.hbs')
    writeFileSync(shared, 'shared head')
    mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
    symlinkSync(shared, join(dir, headPath))
    const imported = valueIn(importPack(await plannedInto(dir), dir))
    expect(readFileSync(shared, 'utf8')).toContain('From the house')
    expect(readFileSync(join(dir, imported.kept ?? '', headPath), 'utf8')).toBe('shared head')
  })
})

describe('planning an import', () => {
  it('T16: works where the casebook is broken, and says that nothing was checked against it', async () => {
    const dir = emptyWorkspace()
    writeFileSync(join(dir, 'casebook', 'deals.yaml'), '- id: "not closed\n')
    const path = join(freshFolder(), 'house.briefpack')
    writeFileSync(path, zipOf(packOf()))
    expect(await planPack({ path, dir })).toMatchObject({
      ok: true,
      warnings: [{ code: 'pack/not-checked' }],
    })
  })

  it('T16: refuses a folder that is no workspace, and one that is not there', async () => {
    const path = join(freshFolder(), 'house.briefpack')
    writeFileSync(path, zipOf(packOf()))
    for (const dir of [freshFolder(), join(freshFolder(), 'none')]) {
      expect(await planPack({ path, dir })).toMatchObject({
        ok: false,
        diagnostics: [{ code: 'workspace/missing' }],
      })
    }
  })

  it('T16: says where a folder stands in the way of a file', async () => {
    const dir = emptyWorkspace()
    mkdirSync(join(dir, headPath), { recursive: true })
    const path = join(freshFolder(), 'house.briefpack')
    writeFileSync(path, zipOf(packOf()))
    expect(await planPack({ path, dir })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/not-a-file', at: { file: headPath } }],
    })
  })

  it('T16: puts what is wrong in the pack below the pack, and what is wrong in the workspace in the workspace', async () => {
    const dir = emptyWorkspace()
    const path = join(freshFolder(), 'house.briefpack')
    writeFileSync(path, zipOf(packOf([...houseFiles.slice(0, 1)])))
    const missing = await planPack({ path, dir })
    expect(missing).toMatchObject({
      ok: true,
      warnings: [{ code: 'template/unknown-partial', at: { file: join(path, 'templates/house-note.hbs') } }],
    })
    writeFileSync(path, zipOf([...packOf(), { path: '../up.hbs', bytes: new Uint8Array() }]))
    const outside = await planPack({ path, dir })
    expect(outside).toMatchObject({ ok: false, diagnostics: [{ code: 'pack/outside' }] })
    renameSync(path, `${path}.gone`)
    expect(await planPack({ path, dir })).toMatchObject({
      diagnostics: [{ code: 'workspace/missing', at: { file: path } }],
    })
  })
})
