import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../engine/base/index.js'
import { findAppRoot } from '../../host/files/app-root.js'
import { locateFile } from '../../host/files/locate-file.js'
import { createWorkspace } from '../../host/workspace/create-workspace.js'
import { readWorkspace, readWorkspaceFiles } from '../../host/workspace/read-workspace.js'
import { filePlace } from '../base/file-place.js'
import { freshFolder } from './fresh-folder.js'

let dir: string

beforeEach(() => {
  dir = freshFolder()
  mkdirSync(join(dir, 'casebook'))
  mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
  writeFileSync(join(dir, 'casebook', 'casebook.yaml'), 'title: Ours\n')
})

function codes(outcome: Outcome<unknown>): string[] {
  return outcome.ok
    ? []
    : outcome.diagnostics.map(({ code, at }) => {
        const { file, line } = filePlace(at)
        return line === undefined ? `${file} ${code}` : `${file}:${line} ${code}`
      })
}

describe('reading a workspace', () => {
  it('reads the built-in one when no folder is given', () => {
    const opened = readWorkspace()
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics[0]))
    expect(opened.value.dir).toBeUndefined()
    expect(opened.value.casebook.collections.deals.length).toBeGreaterThan(0)
    expect(opened.value.library.templates.get('issue-brief')).toMatchObject({
      origin: 'built-in',
      overrides: false,
      file: { path: 'templates/issue-brief.hbs' },
    })
  })

  it("T15: puts the workspace's entries in place of built-in ones of the same id", () => {
    writeFileSync(join(dir, 'templates', 'issue-brief.hbs'), 'ours')
    writeFileSync(join(dir, 'templates', 'partials', 'of-ours.hbs'), 'ours too')
    const files = readWorkspaceFiles({ dir })
    if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
    const { templates, partials } = files.value.library
    expect(templates.get('issue-brief')).toEqual({
      file: { path: 'templates/issue-brief.hbs', text: 'ours' },
      origin: 'workspace',
      overrides: true,
    })
    expect(partials.get('of-ours')).toMatchObject({ origin: 'workspace', overrides: false })
    expect(templates.get('fact-sheet')).toMatchObject({ origin: 'built-in' })
  })

  it('T15: takes a copy of a built-in entry for the workspace’s own, in place of nothing', () => {
    const made = createWorkspace(join(dir, 'new'))
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics))
    const path = join(made.value.dir, 'templates', 'fact-sheet.hbs')
    writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne more line.\n`)
    const files = readWorkspaceFiles({ dir: made.value.dir })
    if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
    const entries = Object.values(files.value.library).flatMap((shelf) => [...shelf.values()])
    expect(entries.length).toBeGreaterThan(20)
    expect(entries.every(({ origin }) => origin === 'workspace')).toBe(true)
    expect(entries.filter(({ overrides }) => overrides).map(({ file }) => file.path)).toEqual([
      'templates/fact-sheet.hbs',
    ])
  })

  it('finds on the disk what a diagnostic names', () => {
    writeFileSync(join(dir, 'templates', 'issue-brief.hbs'), 'ours')
    const root = findAppRoot()
    expect(locateFile('templates/issue-brief.hbs', { dir })).toBe(join(dir, 'templates/issue-brief.hbs'))
    expect(locateFile('templates/fact-sheet.hbs', { dir })).toBe(join(root, 'templates/fact-sheet.hbs'))
    expect(locateFile('casebook/deals.yaml', { dir })).toBe(join(dir, 'casebook/deals.yaml'))
    expect(locateFile('casebook/deals.yaml')).toBe(join(root, 'assets/casebook/deals.yaml'))
    expect(locateFile('/elsewhere/x.brief.yaml', { dir })).toBe('/elsewhere/x.brief.yaml')
  })

  it('says that the folder is missing', () => {
    const missing = join(dir, 'no', 'such')
    const opened = readWorkspace({ dir: missing })
    expect(codes(opened)).toEqual(['. workspace/missing'])
    expect(opened).toMatchObject({
      diagnostics: [{ message: `cannot read \`${missing}\`: there is nothing there` }],
    })
  })

  it('says that the folder is a file', () => {
    expect(codes(readWorkspace({ dir: join(dir, 'casebook', 'casebook.yaml') }))).toEqual([
      '. workspace/not-a-folder',
    ])
  })

  it('says that there is no casebook in it', () => {
    rmSync(join(dir, 'casebook'), { recursive: true })
    expect(codes(readWorkspace({ dir }))).toEqual(['casebook workspace/missing'])
  })

  it('gathers every file that cannot be read, whatever the reason', () => {
    // Folders in place of files, since permissions do not stop the root user that tests may run as.
    mkdirSync(join(dir, 'casebook', 'deals.yaml'))
    writeFileSync(join(dir, 'casebook', 'actors.yaml'), 'x'.repeat(17 * 1024 * 1024))
    writeFileSync(join(dir, 'casebook', 'risks.yaml'), Buffer.from('first\nsec\xe9nd', 'latin1'))
    writeFileSync(join(dir, 'templates', 'themes'), 'a file')
    mkdirSync(join(dir, 'templates', 'partials', 'head.hbs'))
    const opened = readWorkspace({ dir })
    expect(codes(opened)).toEqual([
      'casebook/actors.yaml workspace/too-big',
      'casebook/deals.yaml workspace/not-a-file',
      'casebook/risks.yaml:2 workspace/not-utf-8',
      'templates/partials/head.hbs workspace/not-a-file',
      'templates/themes workspace/not-a-folder',
    ])
    if (opened.ok) return
    expect(opened.diagnostics.every(({ hints }) => hints.length > 0)).toBe(true)
    expect(opened.diagnostics[2]?.at).toEqual({ file: 'casebook/risks.yaml', line: 2, column: 4 })
  })

  it('reads text with a byte order mark, and leaves hidden files alone', () => {
    writeFileSync(join(dir, 'casebook', 'deals.yaml'), '\uFEFF- id: a')
    writeFileSync(join(dir, 'casebook', '.deals.yaml.swp.yaml'), Buffer.from([0xff]))
    const files = readWorkspaceFiles({ dir })
    if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
    expect(files.value.casebook.map(({ path }) => path)).toEqual([
      'casebook/casebook.yaml',
      'casebook/deals.yaml',
    ])
    expect(files.value.casebook[1]?.text).toBe('- id: a')
  })

  it('reads a casebook anew only where a file of it was written', () => {
    const given = join(findAppRoot(), 'tests', 'examples', 'casebook')
    cpSync(given, join(dir, 'casebook'), { recursive: true })
    mkdirSync(join(dir, 'templates', 'partials'), { recursive: true })
    const read = () => {
      const opened = readWorkspace({ dir })
      if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
      return opened.value
    }
    const first = read()
    writeFileSync(join(dir, 'templates', 'partials', 'head.hbs'), 'Head\n')
    const withPartial = read()
    expect(withPartial.library).not.toBe(first.library)
    expect(withPartial.casebook).toBe(first.casebook)
    writeFileSync(join(dir, 'casebook', 'gaps.yaml'), '[]\n')
    const withGaps = read()
    expect(withGaps.casebook).not.toBe(first.casebook)
    expect(withGaps.library).toBe(withPartial.library)
  })

  it('parses a copied casebook like the built-in one', () => {
    cpSync(join(findAppRoot(), 'assets', 'casebook'), join(dir, 'casebook'), { recursive: true })
    const copied = readWorkspace({ dir })
    const builtIn = readWorkspace()
    if (!copied.ok || !builtIn.ok) throw new Error('neither can be read')
    expect(copied.value.casebook).toEqual(builtIn.value.casebook)
  })
})
