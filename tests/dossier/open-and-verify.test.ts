import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../engine/base/index.js'
import type { Attachment } from '../../engine/dossier/index.js'
import { BriefDocument } from '../../engine/pdf/brief-document.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { bytesOf, host } from '../built-in/workspace.js'
import { folderWithWorkspace } from '../cli/folder-with-workspace.js'
import { run, runJson } from '../cli/run-command.js'
import { freshFolder } from '../host/fresh-folder.js'
import { heading, host as machine, model, theme } from '../pdf/samples.js'
import { attachmentsOf } from './dossier-of.js'
import { honest, hostilePdf, packedZeros } from './hostile-pdf.js'

let sheet: Uint8Array

beforeAll(async () => {
  sheet = await bytesOf({ template: 'fact-sheet', issued: '2026-03-01' })
})

/** A PDF of another document that carries what the fact sheet does, edited by `edit`. */
async function carrying(edit: (files: { path: string; text: string }[]) => { path: string; text: string }[]) {
  const files = (await attachmentsOf(sheet)).map(({ path, bytes }) => ({ path, text: decodeUtf8(bytes) }))
  const attachments = edit(files).map(
    ({ path, text }): Attachment => ({
      path,
      bytes: encodeUtf8(text),
      type: 'text/plain',
      description: path,
      relationship: 'Source',
    }),
  )
  const rendered = await renderPdf(model([heading('Another')]), theme(), machine, {
    attachments: () => attachments,
  })
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value.bytes
}

/** Protected by `passwords`; one for its owner alone opens without being asked for any. */
function encrypted(passwords: { userPassword?: string; ownerPassword?: string }): Promise<Uint8Array> {
  const day = new Date('2026-03-01')
  const info = { Title: '', Author: '', Subject: '', Keywords: '', Creator: '', Producer: '' }
  // A stream, though the types of tests do not know.
  const document = new BriefDocument(
    {},
    { ...passwords, pdfVersion: '1.7', font: null, info: { ...info, CreationDate: day, ModDate: day } },
  ) as unknown as NodeJS.ReadableStream & { end(): void }
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.end()
  })
}

describe('open', () => {
  it('makes a workspace that makes the same document', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'sheet.pdf'), sheet)
    const { code, printed } = await runJson(folder, 'open', 'sheet.pdf', '--workspace', 'ours')
    expect({ code, ...printed }).toMatchObject({ code: 0, ok: true, workspace: join(folder, 'ours') })
    const brief = join('ours', String(printed.brief))
    const made = await run(folder, 'render', brief, '--workspace', 'ours', '--out', 'again.pdf')
    expect(made).toMatchObject({ code: 0, errors: '' })
    expect(readFileSync(join(folder, 'again.pdf')).equals(sheet)).toBe(true)
    expect(existsSync(join(folder, 'ours', 'manifest.json'))).toBe(false)
  })

  it('uses an empty folder, and refuses one that is not', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'sheet.pdf'), sheet)
    mkdirSync(join(folder, 'ours'))
    expect(await run(folder, 'open', 'sheet.pdf', '--workspace', 'ours')).toMatchObject({ code: 0 })
    const before = readdirSync(join(folder, 'ours'), { recursive: true })
    const { code, printed } = await runJson(folder, 'open', 'sheet.pdf', '--workspace', 'ours')
    expect([code, printed.diagnostics[0]?.code]).toEqual([1, 'workspace/not-empty'])
    expect(readdirSync(join(folder, 'ours'), { recursive: true })).toEqual(before)
  })

  it('refuses what is no dossier of ours, and writes nothing', async () => {
    const folder = freshFolder()
    const honestly = (await attachmentsOf(sheet)).map(({ path, bytes }) => honest(path, decodeUtf8(bytes)))
    const many = Array.from({ length: 3000 }, (_, n) => honest(`assets/${n}.png`, 'x'))
    // A space behind a code tells two cases of it apart.
    const inputs: Record<string, Uint8Array | string> = {
      'dossier/not-pdf': 'a letter',
      'dossier/truncated': sheet.subarray(0, sheet.length / 2),
      'dossier/damaged': '%PDF-1.7\nnothing\n%%EOF',
      'dossier/encrypted': await encrypted({ userPassword: 'x' }),
      'dossier/encrypted ': await encrypted({ ownerPassword: 'x' }),
      'dossier/not-ours': await bytesOf({ template: 'fact-sheet', dossier: false }),
      'dossier/outside': await carrying((files) => [...files, { path: '../../up.txt', text: 'up' }]),
      'dossier/outside ': await carrying((files) => [...files, { path: 'assets/NUL.png', text: 'up' }]),
      'dossier/unlisted': hostilePdf([...honestly, honest('Manifest.json', '{}')]),
      'dossier/repeated': hostilePdf([...honestly, ...honestly.slice(0, 1)]),
      'dossier/too-big': hostilePdf([...honestly, { path: 'assets/a.png', packed: packedZeros(2 ** 31) }]),
      'dossier/too-many': hostilePdf(many),
      'dossier/changed': await carrying((files) =>
        files.map((file) => (file.path.includes('deals') ? { ...file, text: `${file.text}\n` } : file)),
      ),
    }
    for (const [code, content] of Object.entries(inputs)) {
      writeFileSync(join(folder, 'in.pdf'), content)
      for (const args of [
        ['open', 'in.pdf', '--workspace', 'ours'],
        ['verify', 'in.pdf'],
      ]) {
        const ran = await runJson(folder, ...args)
        expect([args[0], ran.code, ran.printed.diagnostics[0]?.code]).toEqual([args[0], 1, code.trim()])
      }
      expect(readdirSync(folder)).toEqual(['in.pdf'])
    }
    truncateSync(join(folder, 'in.pdf'), 500 * 1024 * 1024)
    const big = await runJson(folder, 'open', 'in.pdf', '--workspace', 'ours')
    expect([big.code, big.printed.diagnostics[0]?.code]).toEqual([1, 'dossier/too-big'])
    const none = await runJson(folder, 'verify', 'none.pdf')
    expect([none.code, none.printed.diagnostics[0]?.code]).toEqual([1, 'workspace/missing'])
    expect(readdirSync(folder)).toEqual(['in.pdf'])
  })
})

describe('verify', () => {
  it('says that a document is what its dossier makes', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'sheet.pdf'), sheet)
    expect(await run(folder, 'verify', 'sheet.pdf')).toEqual({
      code: 0,
      out: 'sheet.pdf: identical to what its dossier makes\n',
      errors: '',
    })
  })

  it('takes pictures from the PDF, and no longer needs the workspace', async () => {
    const folder = folderWithWorkspace()
    const square = new URL('../pdf/square.png', import.meta.url)
    copyFileSync(square, join(folder, 'ours/assets/our square.png'))
    const narrative = 'narrative:\n  context: |\n    ![A square](<assets/our square.png>)\n'
    writeFileSync(join(folder, 'ours/briefs/p.brief.yaml'), `template: fact-sheet\n${narrative}`)
    const made = ['ours/briefs/p.brief.yaml', '--workspace', 'ours', '--out', 'p.pdf']
    expect(await run(folder, 'render', ...made)).toMatchObject({ code: 0, errors: '' })
    rmSync(join(folder, 'ours'), { recursive: true })
    expect(await run(folder, 'verify', 'p.pdf')).toMatchObject({ code: 0, errors: '' })
    await run(folder, 'open', 'p.pdf', '--workspace', 'again')
    expect(readFileSync(join(folder, 'again/assets/our square.png'))).toEqual(readFileSync(square))
  })

  it('says what a page says and would say, where someone changed the page', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'sheet.pdf'), await carrying((files) => files))
    const { code, printed } = await runJson(folder, 'verify', 'sheet.pdf')
    expect([code, printed.identical]).toEqual([1, false])
    expect(printed.diagnostics.map((one) => one.code)).toEqual(['dossier/differs'])
    expect(printed.diagnostics[0]?.message).toMatch(/^page 1 says `.*Another.*`, and would say/)
  })

  it('finds an attachment that was changed together with its manifest', async () => {
    const folder = freshFolder()
    const changed = await carrying((files) => {
      const brief = files.find(({ path }) => path.startsWith('briefs/')) ?? { path: '', text: '' }
      const text = brief.text.replace('language: en', 'language: "en"')
      const [before, after] = [brief.text, text].map((one) => host.digest(encodeUtf8(one))) as [
        string,
        string,
      ]
      return files.map((file) => {
        if (file === brief) return { ...file, text }
        return file.path === 'manifest.json' ? { ...file, text: file.text.replace(before, after) } : file
      })
    })
    writeFileSync(join(folder, 'sheet.pdf'), changed)
    const { code, printed } = await runJson(folder, 'verify', 'sheet.pdf')
    expect(code).toBe(1)
    expect(printed.diagnostics.map((one) => one.message).join('\n')).toMatch(
      /`briefs\/fact-sheet.brief.yaml` differs from what would be attached, from line 2 on/,
    )
  })
})

it('`--no-dossier` and `dossier: false` leave everything out', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'ours.brief.yaml'), 'template: fact-sheet\ndossier: false\n')
  await run(folder, 'render', 'fact-sheet', '--no-dossier', '--out', 'option.pdf')
  await run(folder, 'render', './ours.brief.yaml', '--out', 'brief.pdf')
  for (const name of ['option.pdf', 'brief.pdf']) {
    expect(await attachmentsOf(readFileSync(join(folder, name)))).toEqual([])
  }
})
