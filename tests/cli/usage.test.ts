import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../host/fresh-folder.js'
import { run, runBuilt, runJson } from './run-command.js'

describe('wrong usage', () => {
  it.each([
    ['no command', []],
    ['a command that does not exist', ['rendre', 'issue-brief']],
    ['an option that does not exist', ['render', 'issue-brief', '--langue', 'fr']],
    ['nothing to render', ['render']],
    ['one argument too many', ['render', 'issue-brief', 'fact-sheet']],
    ['a language that documents are not written in', ['render', 'issue-brief', '--lang', 'de']],
    ['a setting without a name', ['render', 'issue-brief', '--set', '=x']],
    ['a setting without a value', ['render', 'issue-brief', '--set', 'deals']],
    ['a day that does not exist', ['render', 'issue-brief', '--as-of', '2026-02-30']],
    ['nothing to make', ['new']],
    ['a workspace without a place', ['new', 'workspace']],
  ])('ends with 2 for %s, and does nothing', async (_, args) => {
    const folder = freshFolder()
    const ran = await run(folder, ...args)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.errors).not.toBe('')
    expect(ran.errors).not.toContain('    at ')
    expect(readdirSync(folder)).toEqual([])
  })

  it('suggests what was most likely meant', async () => {
    const { errors } = await run(freshFolder(), 'rendr', 'issue-brief')
    expect(errors).toContain("unknown command 'rendr'")
    expect(errors).toContain('Did you mean render?')
  })

  it('is one JSON document when asked for JSON', async () => {
    const { code, errors, printed } = await runJson(freshFolder(), 'render', 'issue-brief', '--lang', 'de')
    expect({ code, errors }).toEqual({ code: 2, errors: '' })
    expect(printed).toMatchObject({ ok: false, diagnostics: [{ code: 'usage/wrong', severity: 'error' }] })
  })
})

describe('help', () => {
  it('is printed on standard output and ends with 0', async () => {
    const ran = await run(freshFolder(), '--help')
    expect(ran).toMatchObject({ code: 0, errors: '' })
    for (const word of ['new', 'render', 'check', 'templates', 'Exit codes']) expect(ran.out).toContain(word)
  })

  it.each([
    ['render', '--as-of'],
    ['check', '--workspace'],
    ['templates', '--json'],
    ['new', 'workspace'],
  ])('of %s names %s', async (command, word) => {
    const ran = await run(freshFolder(), command, '--help')
    expect(ran.code).toBe(0)
    expect(ran.out).toContain(word)
  })

  it('has the version', async () => {
    const ran = await run(freshFolder(), '--version')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('the command as it is built', () => {
  it.each([
    [0, 'out', ['--version']],
    [1, 'errors', ['open', 'none.pdf', '--workspace', 'ours']],
    [2, 'errors', ['rendr', 'issue-brief']],
  ] as const)('ends its process with %d, and prints on the stream for it', async (code, stream, args) => {
    const ran = await runBuilt(freshFolder(), ...args)
    const same = await run(freshFolder(), ...args)
    expect({ ...ran, errors: placeless(ran.errors) }).toEqual({ ...same, errors: placeless(same.errors) })
    expect([ran.code, ran[stream] === '']).toEqual([code, false])
  })
})

/** Without the names of the fresh folders. */
const placeless = (text: string) => text.replace(/briefwright-\w+/g, 'here')
