import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBrief } from '../../electron/main/create-brief.js'
import { openSession, prepareWorkspace } from '../../electron/main/workspace-session.js'
import { findAppRoot, openDocuments, type RenderPool } from '../../host/index.js'
import { freshFolder } from '../host/fresh-folder.js'

const appRoot = findAppRoot()
const start = { template: 'fact-sheet', language: 'fr', name: 'Été : « Orion » / Glencore' } as const

async function room(folder = join(freshFolder(), 'workspace')) {
  prepareWorkspace(folder, appRoot)
  const session = openSession(folder, appRoot, {} as RenderPool)
  const opened = await openDocuments({ workspace: folder, dataFolder: join(freshFolder(), 'data') })
  if (!opened.ok) throw new Error('not opened')
  const documents = opened.value
  onTestFinished(async () => {
    await documents.end()
  })
  return { folder, documents, make: (given = {}) => createBrief({ ...start, ...given }, session, documents) }
}

describe('a new brief', () => {
  it('is titled as its author typed it, named after that, and never replaces one', async () => {
    const { folder, make } = await room()
    const first = await make()
    const file = 'briefs/été-orion-glencore.brief.yaml'
    expect(first).toMatchObject({ ok: true, value: { file, isUnsaved: false } })
    expect(readFileSync(join(folder, file), 'utf8')).toContain('title: "Été : « Orion » / Glencore"\n')
    const second = 'briefs/été-orion-glencore-2.brief.yaml'
    expect(await make()).toMatchObject({ ok: true, value: { file: second } })
    expect(await make({ name: '../..' })).toMatchObject({ value: { file: 'briefs/brief.brief.yaml' } })
  })

  it.each(['Fact sheet', 'Fiche'])('has no title of its own while it is the template’s: %s', async (name) => {
    const made = await (await room()).make({ name })
    expect(made).toMatchObject({ ok: true })
    expect(made.ok && made.value.text).not.toContain('title')
  })

  it('is open, and takes changes as it stands', async () => {
    const { documents, make } = await room()
    const made = await make()
    if (!made.ok) throw new Error('not made')
    const { file, text, version } = made.value
    const changed = documents.change(file, { text: `${text}# more\n`, kind: 'setting', version })
    expect(changed).toMatchObject({ ok: true, value: { isUnsaved: true, canUndo: true } })
  })

  it('leaves nothing where the disk refuses it, and says so', async () => {
    const file = join(freshFolder(), 'a-file')
    writeFileSync(file, '')
    const { documents, make } = await room(join(file, 'workspace'))
    expect(await make()).toMatchObject({ ok: false, diagnostics: [{ severity: 'error' }] })
    expect(documents.list()).toEqual([])
  })
})
