import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/files/app-root.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { filePlace } from '../base/file-place.js'
import { attachmentsOf } from '../dossier/dossier-of.js'
import { readPdf } from '../engine/read-pdf.js'
import { freshFolder } from '../host/fresh-folder.js'
import { run, runJson } from './run-command.js'

const sheet = ['render', 'fact-sheet', '--issued', '2026-03-01']

describe('--watermark', () => {
  it('prints the word for a draft in the language of the document, or a text of its own', async () => {
    const folder = freshFolder()
    const words = async (...options: string[]) => {
      expect(await run(folder, ...sheet, ...options, '--out', 'a.pdf')).toMatchObject({ code: 0 })
      const { pages } = await readPdf(readFileSync(join(folder, 'a.pdf')))
      return pages.map(({ text }) => text).join('\n')
    }
    expect(await words()).not.toContain('DRAFT')
    expect(await words('--watermark')).toContain('DRAFT')
    expect(await words('--watermark', '--lang', 'fr')).toContain('PROJET')
    expect(await words('--watermark', 'For the Committee')).toContain('For the Committee')
    expect(await run(folder, 'verify', 'a.pdf')).toMatchObject({ code: 0 })
    expect(await run(folder, ...sheet, '--watermark', 'x'.repeat(41))).toMatchObject({ code: 2 })
  })
})

describe('--copies and --recipient', () => {
  it('makes a numbered copy for each, which names no other and verifies', async () => {
    const folder = freshFolder()
    writeFileSync(
      join(folder, 'list.txt'),
      '\ufeffDelphine Dupont\r\n\r\n  Øyvind / Cabinet du ministre: "5e étage"\r\n',
    )
    const ran = await run(folder, ...sheet, '--copies', 'list.txt', '--recipient', '𓀀𓀁', '--out', 'copies')
    expect(ran.code).toBe(1)
    expect(ran.errors).toContain('copy 3 of 3, for 𓀀𓀁, was not made')
    const names = readdirSync(join(folder, 'copies')).sort()
    expect(names).toEqual([
      'fact-sheet.en-copy-01-delphine-dupont.pdf',
      'fact-sheet.en-copy-02-oyvind-cabinet-du-ministre-5e-etage.pdf',
    ])
    const first = readFileSync(join(folder, 'copies', names[0] as string))
    expect((await readPdf(first)).pages[0]?.text).toContain('Copy 1 of 3 · Delphine Dupont')
    const carried = Buffer.concat(
      (await attachmentsOf(first)).map(({ bytes }) => Buffer.from(bytes)),
    ).toString()
    expect(carried).toContain('Delphine Dupont')
    expect(carried).not.toMatch(/yvind|𓀀/u)
    expect(await run(folder, 'verify', join('copies', names[1] as string))).toMatchObject({ code: 0 })
  })

  it('lists them as JSON, tells of each on standard error, replaces none, and sweeps what a killed one left', async () => {
    const folder = freshFolder()
    const order = [...sheet, '--recipient', 'A', '--recipient', 'B']
    const { code, printed, errors } = await runJson(folder, ...order)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(printed).toMatchObject({
      ok: true,
      of: 2,
      copies: [
        { number: 1, recipient: 'A', file: join(folder, 'out/fact-sheet.en-copy-01-a.pdf'), pages: 1 },
        { number: 2, recipient: 'B', file: join(folder, 'out/fact-sheet.en-copy-02-b.pdf'), pages: 1 },
      ],
    })
    const before = readFileSync(join(folder, 'out/fact-sheet.en-copy-02-b.pdf'))
    writeFileSync(join(folder, 'out/.bw-99999999-0123456789ab.tmp'), 'left')
    const again = await runJson(folder, ...order, '--lang', 'en', '--watermark')
    expect([again.code, again.printed.diagnostics.map(({ code }) => code)]).toEqual([1, ['copies/exist']])
    expect(readFileSync(join(folder, 'out/fact-sheet.en-copy-02-b.pdf')).equals(before)).toBe(true)
    expect(readdirSync(join(folder, 'out'))).toHaveLength(2)
    const told = await run(folder, ...order, '--out', 'others')
    expect(told.errors).toContain('copy 1 of 2, A\ncopy 2 of 2, B\n')
    expect(told.out).toMatch(
      /copy-01-a\.pdf: copy 1 of 2, A\n.*copy-02-b\.pdf: copy 2 of 2, B\n2 of 2 copies, [\d.]+ s\n$/,
    )
  })

  it('says what is wrong with a list, by its lines, and makes nothing', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'list.txt'), `Ann\n${'x'.repeat(81)}\n\nAnn\n`)
    const { code, printed } = await runJson(folder, ...sheet, '--copies', 'list.txt')
    expect([code, printed.diagnostics.map((one) => [one.code, filePlace(one.at).line])]).toEqual([
      1,
      [
        ['copies/too-long', 2],
        ['copies/twice', 4],
      ],
    ])
    writeFileSync(join(folder, 'none.txt'), '\n')
    expect((await runJson(folder, ...sheet, '--copies', 'none.txt')).printed.diagnostics[0]?.code).toBe(
      'copies/none',
    )
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('stops at the first copy that a fault of the brief or the disk hinders', async () => {
    const folder = freshFolder()
    const names = ['--recipient', 'A', '--recipient', 'B']
    const { printed } = await runJson(folder, ...sheet, '--set', 'deal=none', ...names)
    expect(printed.diagnostics.map(({ code }) => code)).toEqual(['brief/unknown-record', 'copies/not-made'])
    writeFileSync(join(folder, 'file'), 'x')
    const full = await runJson(folder, ...sheet, ...names, '--out', 'file')
    expect(full.code).toBe(1)
    expect(full.printed.diagnostics.at(-1)?.message).toBe('copy 1 of 2, for A, was not made')
  })
})

describe('a password', () => {
  it('comes from a file or the environment, and stands in nothing that is printed', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'secret.txt'), 'Correct Horse 9\nsecond line\n')
    const { code, printed, out } = await runJson(
      folder,
      ...sheet,
      '--password-file',
      'secret.txt',
      '--out',
      'a.pdf',
    )
    expect([code, printed.diagnostics.map((one) => [one.severity, one.code])]).toEqual([
      0,
      [['warning', 'pdf/not-archival']],
    ])
    expect(out).not.toContain('Correct Horse')
    const cli = join(findAppRoot(), commandLineBundle)
    const env = { ...process.env, BRIEFWRIGHT_PASSWORD: 'Correct Horse 9' }
    const ran = spawnSync(process.execPath, [cli, ...sheet, '--protect', '--out', 'b.pdf'], {
      cwd: folder,
      env,
    })
    expect(ran.status).toBe(0)
    expect((await runJson(folder, 'verify', 'b.pdf')).printed.diagnostics[0]?.code).toBe('dossier/encrypted')
  })

  it('is asked for only where somebody can be asked', async () => {
    const folder = freshFolder()
    const { code, printed } = await runJson(folder, ...sheet, '--protect')
    expect([code, printed.diagnostics]).toMatchObject([1, [{ code: 'pdf/password', option: '--protect' }]])
    mkdirSync(join(folder, 'empty'))
    writeFileSync(join(folder, 'empty', 'p'), '\n')
    const empty = await runJson(folder, ...sheet, '--password-file', 'empty/p')
    expect(empty.printed.diagnostics).toMatchObject([{ code: 'pdf/password', option: '--password-file' }])
    expect(await run(folder, ...sheet, '--allow', 'print,fly')).toMatchObject({ code: 2 })
  })

  it('is not needed to open what is only limited, and limits stay', async ({ skip }) => {
    const folder = freshFolder()
    expect(await run(folder, ...sheet, '--allow', 'none', '--out', 'a.pdf')).toMatchObject({ code: 0 })
    const shown = spawnSync('qpdf', ['--show-encryption', 'a.pdf'], { cwd: folder, encoding: 'utf8' })
    if (shown.error) return skip('qpdf is not installed, which has to judge encrypted files')
    expect(shown.stdout).toContain('Supplied password is user password')
    expect(shown.stdout).toMatch(/print high resolution: not allowed/)
    expect(shown.stdout).toMatch(/extract for accessibility: allowed/)
  })
})
