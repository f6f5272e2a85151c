import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { type Protection, renderPdf } from '../../engine/pdf/index.js'
import type { Permission } from '../../engine/vocabulary/index.js'
import { freshFolder } from '../host/fresh-folder.js'
import { heading, host, model, paragraph, theme } from './samples.js'

const letter = model([heading('Terms'), paragraph(3)], { watermark: 'DRAFT', notice: 'DRAFT' })

async function outcomeOf(protection: Protection) {
  return renderPdf(letter, theme(), host, { protection })
}

async function protectedBy(
  openPassword: string | undefined,
  ownerPassword: string,
  allowed: Permission[] = ['print'],
): Promise<Uint8Array> {
  const outcome = await outcomeOf({
    ...(openPassword === undefined ? {} : { openPassword }),
    ownerPassword,
    allowed,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics))
  return outcome.value.bytes
}

/** What pdf.js makes of it: the text of the first page, or why it cannot be opened. */
async function opened(bytes: Uint8Array, password?: string): Promise<string> {
  const options = password === undefined ? {} : { password }
  try {
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, ...options }).promise
    const { items } = await (await pdf.getPage(1)).getTextContent()
    await pdf.destroy()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  } catch (error) {
    return (error as Error).name
  }
}

/** What qpdf says of a file; `undefined` where it is not installed. */
function qpdf(bytes: Uint8Array, ...options: string[]): { said: string; out: string } | undefined {
  const folder = freshFolder()
  const [file, out] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')]
  writeFileSync(file, bytes)
  const to = options.includes('--decrypt') ? [out] : []
  const ran = spawnSync('qpdf', [...options, file, ...to], { encoding: 'utf8' })
  return ran.error ? undefined : { said: ran.stdout + ran.stderr, out }
}

const noQpdf = 'qpdf is not installed, which has to judge encrypted files'

describe('a protected PDF', () => {
  it('opens with either password, and with no other', async () => {
    const bytes = await protectedBy('open sesame', 'mine alone')
    expect(await opened(bytes, 'open sesame')).toContain('The two sides met')
    expect(await opened(bytes, 'mine alone')).toContain('The two sides met')
    for (const wrong of [undefined, '', 'Open sesame', 'open sesame '])
      expect([wrong, await opened(bytes, wrong)]).toEqual([wrong, 'PasswordException'])
    const raw = Buffer.from(bytes).toString('latin1')
    for (const clear of ['A sample', 'open sesame', 'mine alone', 'pdfuaid', 'DRAFT'])
      expect(raw).not.toContain(clear)
  })

  it('opens without a password where only what may be done is limited', async () => {
    expect(await opened(await protectedBy(undefined, 'mine alone'))).toContain('The two sides met')
  })

  it('is encrypted by AES with 256 bits, sound, and allows what was allowed and being read aloud', async ({
    skip,
  }) => {
    const bytes = await protectedBy('ouvre-toi', 'à moi', ['print', 'annotate'])
    const shown = qpdf(bytes, '--password=ouvre-toi', '--show-encryption')
    if (!shown) return skip(noQpdf)
    expect(shown.said).toContain('stream encryption method: AESv3')
    expect(shown.said).toContain('string encryption method: AESv3')
    expect(shown.said).toContain('Supplied password is user password')
    const allowed = Object.fromEntries(
      [...shown.said.matchAll(/^(.+): (allowed|not allowed)$/gm)].map(([, what, verdict]) => [what, verdict]),
    )
    expect(allowed).toMatchObject({
      'extract for accessibility': 'allowed',
      'extract for any purpose': 'not allowed',
      'print high resolution': 'allowed',
      'modify annotations': 'allowed',
      'modify other': 'not allowed',
      'modify document assembly': 'not allowed',
    })
    expect(qpdf(bytes, '--password=à moi', '--show-encryption')?.said).toContain(
      'Supplied password is owner password',
    )
    expect(qpdf(bytes, '--password=ouvre-toi', '--check')?.said).toContain(
      'No syntax or stream encoding errors',
    )
    expect(qpdf(bytes, '--password=wrong', '--check')?.said).toContain('invalid password')
  })

  it('claims to be PDF/UA and not PDF/A, and carries no colour profile of it', async ({ skip }) => {
    const decrypted = qpdf(await protectedBy('x', 'y'), '--password=x', '--decrypt')
    if (!decrypted) return skip(noQpdf)
    const text = readFileSync(decrypted.out).toString('latin1')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).not.toMatch(/pdfaid|pdfaExtension|OutputIntent/)
    expect(text).toContain('/MarkInfo')
  })

  it('has another key each time', async () => {
    const [one, other] = [await protectedBy('x', 'y'), await protectedBy('x', 'y')]
    expect(Buffer.from(one).equals(other)).toBe(false)
  })

  it('takes passwords of other alphabets, and as one what is typed in two ways', async () => {
    const word = 'Crème brûlée Ω 機密'
    const bytes = await protectedBy(word.normalize('NFD'), 'mine alone')
    // pdf.js takes the bytes of a password from who calls it, and makes none itself of letters beyond ASCII.
    const typed = Buffer.from(word.normalize('NFC')).toString('latin1')
    expect(await opened(bytes, typed)).toContain('The two sides met')
    expect(await opened(await protectedBy('p'.repeat(127), 'mine'), 'p'.repeat(127))).toContain(
      'The two sides',
    )
  })

  const refused: [string, string, RegExp][] = [
    ['p'.repeat(128), 'mine', /the password to open it has 128 bytes, a PDF takes at most 127/],
    ['é'.repeat(64), 'mine', /128 bytes/],
    ['', 'mine', /the password to open it is empty/],
    ['x', '', /the password to change what is allowed is empty/],
    ['bell\u0007', 'mine', /characters that a password of a PDF cannot have/],
    ['half \ud800', 'mine', /characters/],
    ['same', 'same', /both passwords are the same/],
  ]
  for (const [open, owner, message] of refused)
    it(`is refused with a password it cannot have: ${message.source}`, async () => {
      const outcome = await outcomeOf({ openPassword: open, ownerPassword: owner, allowed: [] })
      expect(outcome.ok).toBe(false)
      const faults = outcome.ok ? [] : outcome.diagnostics
      expect(faults).toEqual([
        {
          severity: 'error',
          code: 'pdf/password',
          message: expect.stringMatching(message),
          hints: [expect.any(String)],
        },
      ])
      for (const secret of [open, owner].filter((one) => one.length > 1 && one !== 'same' && one !== 'mine'))
        expect(JSON.stringify(faults)).not.toContain(secret)
    })
})
