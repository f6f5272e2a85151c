import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../host/fresh-folder.js'
import { run, runJson } from './run-command.js'

describe('new workspace', () => {
  it('makes a folder with casebook, templates and a first brief, which checks without an error', async () => {
    const folder = freshFolder()
    const ran = await run(folder, 'new', 'workspace', 'deep/My workspace')
    expect(ran).toMatchObject({ code: 0, errors: '' })
    const dir = join(folder, 'deep/My workspace')
    expect(readdirSync(dir).sort()).toEqual(['assets', 'briefs', 'casebook', 'exports', 'templates'])
    expect(existsSync(join(dir, 'casebook/casebook.yaml'))).toBe(true)
    expect(existsSync(join(dir, 'templates/issue-brief.hbs'))).toBe(true)
    expect(ran.out).toContain('briefs/issue-brief.brief.yaml')
    const checked = await runJson(folder, 'check', '--workspace', dir)
    expect(checked.printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(checked).toMatchObject({ code: 0, printed: { ok: true, checked: { briefs: 1 } } })
  })

  it('begins a casebook of your own with --empty, which has nothing against it in any template', async () => {
    const folder = freshFolder()
    const ran = await run(folder, 'new', 'workspace', 'ours', '--empty')
    expect(ran).toMatchObject({ code: 0, errors: '' })
    expect(ran.out).toContain('briefs/first-brief.brief.yaml')
    expect(await runJson(folder, 'check', '--workspace', 'ours')).toMatchObject({
      code: 0,
      printed: { checked: { briefs: 1 }, diagnostics: [] },
    })
    const brief = 'ours/briefs/first-brief.brief.yaml'
    expect(await run(folder, 'render', brief, '--workspace', 'ours', '--out', 'first.pdf')).toMatchObject({
      code: 0,
      errors: '',
    })
  })

  it('uses an empty folder, and refuses one that is not', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'empty'))
    expect(await run(folder, 'new', 'workspace', 'empty')).toMatchObject({ code: 0 })
    mkdirSync(join(folder, 'full'))
    writeFileSync(join(folder, 'full', 'letter.txt'), 'mine')
    const refused = await run(folder, 'new', 'workspace', 'full')
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.errors).toContain('full: error:')
    expect(readdirSync(join(folder, 'full'))).toEqual(['letter.txt'])
    expect(readdirSync(folder).sort()).toEqual(['empty', 'full'])
  })

  it('leaves nothing behind where it cannot be made', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'file'), 'mine')
    const { code, printed } = await runJson(folder, 'new', 'workspace', 'file/ours')
    expect(code).toBe(1)
    expect(printed).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/not-a-folder' }] })
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

describe('templates', () => {
  it('lists every template with what it can be given', async () => {
    const ran = await run(freshFolder(), 'templates')
    expect(ran).toMatchObject({ code: 0, errors: '' })
    for (const id of ['issue-brief', 'fact-sheet', 'risk-register']) expect(ran.out).toContain(id)
    expect(ran.out).toContain('--set deal=')
  })

  it('gives programs ids, languages, parameters and where each comes from', async () => {
    const { code, printed } = await runJson(freshFolder(), 'templates')
    expect(code).toBe(0)
    expect(printed.templates).toContainEqual(
      expect.objectContaining({
        id: 'fact-sheet',
        languages: ['en', 'fr'],
        origin: 'built-in',
        parameters: [expect.objectContaining({ name: 'deal', type: 'record', collection: 'deals' })],
      }),
    )
  })
})

describe('check', () => {
  it('finds no error in what is built in', async () => {
    const { code, errors, printed } = await runJson(freshFolder(), 'check')
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })
})
