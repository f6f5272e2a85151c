import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPdfsOnHand } from '../../electron/main/pdfs-on-hand.js'
import { findAppRoot, type PdfReader, type RenderPool } from '../../host/index.js'
import { readPdfContents } from '../../host/pdf/pdf-file.js'
import { bytesOf } from '../built-in/workspace.js'
import { freshFolder } from '../host/fresh-folder.js'

const renderNothing = () => Promise.reject(new Error('these tests render nothing'))
const unused: RenderPool = {
  render: renderNothing,
  planPack: renderNothing,
  makePack: renderNothing,
  surveyWorkspace: renderNothing,
  readOrder: renderNothing,
  listTemplates: renderNothing,
  close: () => Promise.resolve(),
}

async function onHandWith(bytes: Uint8Array) {
  // On this thread, for the thread's own bounds are tested with it.
  const readPdf: PdfReader = async ({ path }) => {
    const contents = await readPdfContents(bytes, path)
    return contents.ok ? { ...contents, value: { ...contents.value, bytes } } : contents
  }
  return createPdfsOnHand({ readPdf, pool: unused, appRoot: findAppRoot() })
}

describe('a PDF that was chosen', () => {
  it('says what it carries, and what it was made by', async () => {
    const pdfs = await onHandWith(
      await bytesOf({
        template: 'fact-sheet',
        language: 'fr',
        issued: '2026-03-01',
        marking: 'DIFFUSION RESTREINTE',
      }),
    )
    const { number, name } = pdfs.take('/elsewhere/fiche.pdf')
    expect(name).toBe('fiche.pdf')
    const facts = await pdfs.inspect(number)
    expect(facts.ok && facts.value).toMatchObject({
      template: { en: 'Fact sheet' },
      language: 'fr',
      issued: '2026-03-01',
      marking: 'DIFFUSION RESTREINTE',
      isOwnVersion: true,
      diagnostics: [],
    })
    expect(facts.ok && facts.value.title).toMatch(/\S/)
    expect(facts.ok && facts.value.recordCount).toBeGreaterThan(5)
  })

  it('makes a workspace of what was looked at', async () => {
    const pdfs = await onHandWith(await bytesOf({ template: 'fact-sheet' }))
    const { number } = pdfs.take('/elsewhere/fiche.pdf')
    const dir = join(freshFolder(), 'ours')
    expect(await pdfs.restore(number, dir)).toMatchObject({
      ok: true,
      value: { dir, brief: 'briefs/fact-sheet.brief.yaml' },
    })
    expect(await pdfs.restore(number, dir)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'workspace/not-empty' }],
    })
  })

  it('is suggested a folder that is free, beside the workspace', async () => {
    const pdfs = await onHandWith(new Uint8Array())
    const folder = freshFolder()
    const { number } = pdfs.take('/elsewhere/Fiche Orion.PDF')
    const suggested = () => pdfs.freeFolder(number, join(folder, 'workspace'))
    expect(suggested()).toBe(join(folder, 'Fiche Orion'))
    mkdirSync(join(folder, 'Fiche Orion'))
    writeFileSync(join(folder, 'Fiche Orion-2'), '')
    expect(suggested()).toBe(join(folder, 'Fiche Orion-3'))
  })

  it('is known by a number that was given for it, and by no other', async () => {
    const pdfs = await onHandWith(new Uint8Array())
    await expect(pdfs.inspect(0)).rejects.toThrow('no PDF has the number 0')
    await expect(pdfs.restore(7, freshFolder())).rejects.toThrow()
    expect(() => pdfs.verify(-1)).toThrow()
  })
})
