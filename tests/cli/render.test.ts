import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../engine/read-pdf.js'
import { freshFolder } from '../host/fresh-folder.js'
import { folderWithWorkspace } from './folder-with-workspace.js'
import { run, runJson } from './run-command.js'

const fixedDay = ['--issued', '2026-03-01']

describe('render', () => {
  it('makes the default brief and says where it is, how long and how big', async () => {
    const folder = freshFolder()
    const ran = await run(folder, 'render', 'issue-brief')
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.out).toMatch(/^out\/issue-brief\.en\.pdf: 2 pages, \d+ KB, \d+\.\d s\n$/)
    expect(readFileSync(join(folder, 'out/issue-brief.en.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('gives the same bytes twice, and the same from a workspace just made', async () => {
    const folder = freshFolder()
    await run(folder, 'render', 'issue-brief', ...fixedDay, '--out', 'one.pdf')
    await run(folder, 'render', 'issue-brief', ...fixedDay, '--out', 'two.pdf')
    await run(folder, 'new', 'workspace', 'ours')
    const brief = 'ours/briefs/issue-brief.brief.yaml'
    const three = await run(folder, 'render', brief, '--workspace', 'ours', ...fixedDay, '--out', 'three.pdf')
    expect(three).toMatchObject({ code: 0 })
    const one = readFileSync(join(folder, 'one.pdf'))
    expect(one.equals(readFileSync(join(folder, 'two.pdf')))).toBe(true)
    expect(one.equals(readFileSync(join(folder, 'three.pdf')))).toBe(true)
  })

  it('prints one JSON document with the file, its pages and its size', async () => {
    const folder = freshFolder()
    const { code, errors, printed } = await runJson(
      folder,
      'render',
      'issue-brief',
      '--lang',
      'fr',
      '--out',
      'b.pdf',
    )
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const file = join(folder, 'b.pdf')
    expect(printed).toMatchObject({ ok: true, file, pages: 2, bytes: statSync(file).size })
  })

  it('warns when a brief lies in a workspace that was not asked for', async () => {
    const folder = folderWithWorkspace()
    const { code, printed } = await runJson(folder, 'render', 'ours/briefs/issue-brief.brief.yaml')
    expect(code).toBe(0)
    expect(printed.diagnostics).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        code: 'workspace/not-used',
        hints: [`add --workspace "${join(folder, 'ours')}" to use its own`],
      }),
    )
  })

  it('sets a document in the theme and on the sheet that are asked for', async () => {
    const folder = freshFolder()
    const bytesOf = async (theme: string) => {
      const options = ['--theme', theme, '--size', 'Letter', '--out', `${theme}.pdf`]
      expect(await run(folder, 'render', 'fact-sheet', ...options, ...fixedDay)).toMatchObject({ code: 0 })
      return readFileSync(join(folder, `${theme}.pdf`))
    }
    const [agency, ministry] = [await bytesOf('agency'), await bytesOf('ministry')]
    expect((await readPdf(ministry)).pages[0]).toMatchObject({ width: 612, height: 792 })
    expect(ministry.equals(agency)).toBe(false)
    const unknown = await run(folder, 'render', 'fact-sheet', '--theme', 'minstry')
    expect(unknown).toMatchObject({ code: 1 })
    expect(unknown.errors).toMatch(/--theme: error: no theme `minstry`[\s\S]*ministry/)
    expect(await run(folder, 'render', 'fact-sheet', '--size', 'A5')).toMatchObject({ code: 2 })
  })

  it('puts what the options say over what the brief says', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'mine.brief.yaml'), 'template: fact-sheet\nlanguage: en\n')
    const ran = await run(
      folder,
      'render',
      './mine.brief.yaml',
      '--lang',
      'fr',
      '--set',
      'deal=orion-glencore',
    )
    expect(ran).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'out'))).toEqual(['mine.fr.pdf'])
  })
})
