import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../host/fresh-folder.js'
import { islandFolder } from '../other-subject/island.js'
import { zipOf } from '../pack/hostile-zips.js'
import { packOf, textFile } from '../pack/made-packs.js'
import { folderWithWorkspace } from './folder-with-workspace.js'
import { run, runJson } from './run-command.js'
import { runOnDisk } from './run-on-disk.js'

/** A folder with a workspace `ours`, one on another subject `theirs`, and a pack `house.briefpack`. */
function folderWithPack(stored = packOf()): string {
  const folder = folderWithWorkspace()
  cpSync(join(islandFolder, 'casebook'), join(folder, 'theirs', 'casebook'), { recursive: true })
  writeFileSync(join(folder, 'house.briefpack'), zipOf(stored))
  return folder
}

const everything = (folder: string) => readdirSync(folder, { recursive: true }).sort()

describe('briefwright pack', () => {
  it('T16: takes a template of one workspace to another, and keeps what it replaces', async () => {
    const folder = folderWithPack()
    appendFileSync(join(folder, 'ours/templates/partials/memo-head.hbs'), '\nOf the house.\n')
    const exported = await run(
      folder,
      ...[
        'pack',
        'export',
        'decision-memo',
        '--workspace',
        'ours',
        '--title',
        'Our memo',
        '--author',
        'The desk',
      ],
    )
    expect(exported).toMatchObject({ code: 0, errors: '' })
    expect(exported.out).toMatch(/^out\/decision-memo\.briefpack: \d+ files, \d+ KB\n$/)

    const shown = await run(folder, 'pack', 'import', 'out/decision-memo.briefpack', '--workspace', 'theirs')
    expect(shown).toMatchObject({ code: 0, errors: '' })
    expect(shown.out).toMatch(/^Our memo \(version 1\.0\.0, The desk\)\n/)
    expect(shown.out).toContain(
      '    new                       templates/decision-memo.hbs  Decision memorandum\n',
    )
    expect(shown.out).toContain('    in place of the built-in  templates/partials/memo-head.hbs\n')
    expect(shown.out).toMatch(/nothing was written; add --yes to import it\n$/)
    expect(existsSync(join(folder, 'theirs', 'templates'))).toBe(false)

    const into = ['pack', 'import', 'out/decision-memo.briefpack', '--workspace', 'theirs', '--yes']
    expect((await run(folder, ...into)).out).toMatch(/\nwrote \d+ files to theirs\n$/)
    expect(readFileSync(join(folder, 'theirs/templates/partials/memo-head.hbs'), 'utf8')).toContain(
      'Of the house.',
    )

    writeFileSync(join(folder, 'theirs/templates/partials/memo-head.hbs'), 'Ours\n')
    const again = await runJson(folder, ...into)
    expect(again.printed).toMatchObject({
      ok: true,
      imported: true,
      about: { id: 'decision-memo', title: 'Our memo', author: 'The desk' },
      written: ['templates/partials/memo-head.hbs'],
    })
    const kept = join(folder, 'theirs', String(again.printed['kept']), 'templates/partials/memo-head.hbs')
    expect(readFileSync(kept, 'utf8')).toBe('Ours\n')
    const rendered = await run(
      folder,
      'render',
      'decision-memo',
      '--workspace',
      'theirs',
      '--out',
      'memo.pdf',
    )
    expect(rendered.code).toBe(0)
  })

  it('T16: warns of what would be wrong, at its place in the pack', async () => {
    const note = textFile('templates/house-note.hbs', `${noteHead}{{#each deals}}{{stakke}}{{/each}}\n`)
    const folder = folderWithPack(packOf([note]))
    const ran = await run(folder, 'pack', 'import', 'house.briefpack', '--workspace', 'ours')
    expect(ran.code).toBe(0)
    expect(ran.errors).toMatch(
      /^house\.briefpack\/templates\/house-note\.hbs:10:\d+: warning: no field `stakke`.* \[template\/unknown-field\]\n {4}did you mean `stake`\?/,
    )
  })

  it.each([
    ['no pack', () => textFile('x', 'no zip').bytes, 'pack/not-a-pack'],
    ['a name that leads out', () => zipOf([...packOf(), textFile('../../up.hbs', 'x')]), 'pack/outside'],
    [
      'a file of another kind',
      () => zipOf([...packOf(), textFile('casebook/deals.yaml', '[]')]),
      'pack/kind',
    ],
    [
      'another file than the manifest’s',
      () => zipOf([...packOf(), textFile('templates/more.hbs', 'x')]),
      'pack/unlisted',
    ],
  ])('T16: ends with 1 and writes nothing for %s, even with --yes', async (_, bytes, code) => {
    const folder = folderWithPack()
    writeFileSync(join(folder, 'house.briefpack'), bytes())
    const before = everything(folder)
    const ran = await runJson(folder, 'pack', 'import', 'house.briefpack', '--workspace', 'ours', '--yes')
    expect({ code: ran.code, ok: ran.printed.ok, errors: ran.errors }).toEqual({
      code: 1,
      ok: false,
      errors: '',
    })
    expect(ran.printed.diagnostics.map((one) => one.code)).toContain(code)
    expect(ran.printed.diagnostics.every(({ hints }) => hints.length > 0)).toBe(true)
    expect(everything(folder)).toEqual(before)
  })

  it('T16: ends with 1 for a template that is not there, and with 2 for wrong usage', async () => {
    const folder = folderWithPack()
    const unknown = await runJson(folder, 'pack', 'export', 'fact-shet', '--out', 'x.briefpack')
    expect(unknown.code).toBe(1)
    expect(unknown.printed.diagnostics[0]).toMatchObject({
      code: 'template/unknown',
      hints: expect.arrayContaining(['did you mean `fact-sheet`?']),
    })
    const words = ['pack', 'export', 'fact-sheet', '--id', 'Fact Sheet', '--pack-version', 'one']
    expect((await runJson(folder, ...words)).printed.diagnostics.map(({ code }) => code)).toEqual([
      'pack/about',
      'pack/about',
    ])
    expect((await run(folder, 'pack', 'export')).code).toBe(2)
    expect((await run(folder, 'pack', 'import', 'house.briefpack')).code).toBe(2)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it.for([
    ['full', 'dd if=/dev/zero of="$0/w/fill" bs=1k 2>/dev/null', 'the disk is full'],
    ['read-only', 'mount -o remount,ro "$0/w"', 'the disk is read-only'],
  ])('T16: leaves the workspace as it was when the disk is %s', async ([, spoil, found], { skip }) => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'house.briefpack'), zipOf(packOf()))
    const script = `
      mkdir "$0/w" && mount -t tmpfs -o size=2m tmpfs "$0/w" || exit 77
      cp -r "$3" "$0/w/casebook"; mkdir -p "$0/w/templates"; echo own > "$0/w/templates/house-note.hbs"
      ${spoil}
      find "$0/w" | sort > "$0/before"
      "$1" "$2" pack import "$0/house.briefpack" --workspace "$0/w" --yes
      echo "ended with $?"; find "$0/w" | sort | diff "$0/before" - && cat "$0/w/templates/house-note.hbs"`
    const ran = await runOnDisk(folder, script, join(islandFolder, 'casebook'))
    if (!ran) return skip()
    expect(ran.errors).toContain(found)
    expect(ran.out).toMatch(/ended with 1\nown\n$/)
  })
})

const noteHead = `---
id: house-note
title: House note
description: A trial
kind: brief
languages: [en]
version: 1.0.0
---

`
