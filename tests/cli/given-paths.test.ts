import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../host/fresh-folder.js'
import { folderWithSmallWorkspace } from './folder-with-workspace.js'
import { run, runJson } from './run-command.js'

const brief = 'template: one\nlanguage: en\nnarrative:\n  text: |\n    Words.\n'

const template = `---
id: one
title: { en: One }
description: { en: Only words }
kind: fact-sheet
languages: [en]
version: 1.0.0
sections:
  - id: text
    title: { en: Text }
page: { size: A4 }
layout: sheet
---
{{narrative "text"}}
`

/** A workspace `ours` with one template and a brief that is called as asked. */
function smallWorkspace(name = 'words'): string {
  const folder = folderWithSmallWorkspace()
  const ours = join(folder, 'ours')
  writeFileSync(join(ours, 'templates', 'one.hbs'), template)
  writeFileSync(join(ours, 'briefs', `${name}.brief.yaml`), brief)
  return folder
}

describe('--out', () => {
  it('gives the document itself on standard output, and what is said of it beside', async () => {
    const folder = freshFolder()
    const ran = await run(folder, 'render', 'fact-sheet', '--out', '-')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\n?$/)
    expect(ran.errors).toMatch(/standard output: \d pages?, \d+ KB/)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    [['--json'], '--json and --out - both write to standard output'],
    [['--recipient', 'A reader'], 'Several copies need a folder'],
  ])('says what does not go with standard output: %s', async (more, said) => {
    const ran = await run(freshFolder(), 'render', 'fact-sheet', '--out', '-', ...more)
    expect(ran.code).toBe(2)
    expect(ran.out + ran.errors).toContain(said)
  })

  it('takes a folder, which is there or ends in a slash', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'there'))
    for (const out of ['there', 'made/']) {
      expect(await run(folder, 'render', 'fact-sheet', '--out', out)).toMatchObject({ code: 0 })
      expect(readdirSync(join(folder, out))).toEqual(['fact-sheet.en.pdf'])
    }
  })
})

describe('a path', () => {
  it('may lead through a link, on either side', async () => {
    const folder = smallWorkspace()
    symlinkSync(join(folder, 'ours'), join(folder, 'link'))
    const sides = ['ours', 'link']
    for (const one of sides)
      for (const other of sides) {
        const target = `${one}/briefs/words.brief.yaml`
        const { code, printed } = await runJson(folder, 'render', target, '--workspace', other)
        expect({ code, diagnostics: printed.diagnostics }).toEqual({ code: 0, diagnostics: [] })
      }
  })

  it.each(['NFC', 'NFD'] as const)('is found whichever way its accents are written: %s', async (typed) => {
    const onDisk = typed === 'NFC' ? 'NFD' : 'NFC'
    const folder = smallWorkspace('résumé'.normalize(onDisk))
    renameSync(join(folder, 'ours'), join(folder, 'Économie'.normalize(onDisk)))
    const workspace = 'Économie'.normalize(typed)
    const target = join(workspace, 'briefs', 'résumé.brief.yaml'.normalize(typed))
    expect(await run(folder, 'render', target, '--workspace', workspace)).toMatchObject({ code: 0 })
  })
})
