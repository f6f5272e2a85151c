import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openCurrentWorkspace } from '../../electron/main/current-workspace.js'
import { type DocumentState, findAppRoot, type RenderPool } from '../../host/index.js'
import { freshFolder } from '../host/fresh-folder.js'

const appRoot = findAppRoot()
const file = 'briefs/issue-brief.brief.yaml'

/** A window's workspace at `folder`, and what it told. `known` are folders that were open before. */
async function open(
  folder: string,
  known: string[] = [],
  documentsFolder = join(freshFolder(), 'documents'),
) {
  const told: DocumentState[] = []
  const filesChanged = vi.fn()
  const workspace = await openCurrentWorkspace(
    folder,
    { appRoot, pool: {} as RenderPool, documentsFolder },
    {
      filesChanged,
      documentChanged: (state) => told.push(state),
      takenUp: (taken) => known.push(taken),
      isAutosaving: () => false,
      wasOpen: (one) => known.includes(one),
    },
  )
  known.push(folder)
  onTestFinished(async () => {
    await workspace.end()
  })
  return { workspace, told, filesChanged, documentsFolder }
}

describe('a workspace that has gone', () => {
  it.each(['missing', 'empty'])(
    'is not made anew at the next start, but said to have gone: %s',
    async (how) => {
      const folder = join(freshFolder(), 'stick')
      if (how === 'empty') mkdirSync(folder)
      const { workspace } = await open(folder, [folder])
      expect(workspace.read()).toMatchObject({ folder, isGone: true })
      expect(existsSync(folder) && readdirSync(folder)).toEqual(how === 'empty' ? [] : false)
      await workspace.takeUp(folder)
      expect(workspace.read()).toMatchObject({ folder, briefs: [{ file }] })
      expect(workspace.read().isGone).toBeUndefined()
    },
  )

  it('while it is open keeps what was read, and is read again when it is back', async () => {
    const folder = join(freshFolder(), 'stick')
    const { workspace, filesChanged } = await open(folder)
    const before = workspace.read()
    expect(before.isGone).toBeUndefined()
    // The first look has been.
    await new Promise((done) => setTimeout(done, 100))
    renameSync(folder, `${folder}-away`)
    await vi.waitFor(() => expect(filesChanged).toHaveBeenCalled(), 3000)
    expect(workspace.read()).toEqual({ ...before, isGone: true })
    expect(existsSync(folder)).toBe(false)
    filesChanged.mockClear()
    renameSync(`${folder}-away`, folder)
    await vi.waitFor(() => expect(filesChanged).toHaveBeenCalled(), 3000)
    expect(workspace.read()).toMatchObject({ casebook: {}, briefs: [{ file }] })
    expect(workspace.read().isGone).toBeUndefined()
    filesChanged.mockClear()
    writeFileSync(join(folder, file), 'template: fact-sheet\n')
    await vi.waitFor(() => expect(filesChanged).toHaveBeenCalled(), 3000)
  })

  it('is told of its documents within a second, and a save makes nothing in its place', async () => {
    const folder = join(freshFolder(), 'stick')
    const { workspace, told } = await open(folder)
    await workspace.documents().open(file)
    rmSync(folder, { recursive: true })
    const begun = performance.now()
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ file, gone: 'workspace' }), 3000)
    expect(performance.now() - begun).toBeLessThan(1500)
    const saved = await workspace.documents().save(file)
    expect(saved).toMatchObject({ ok: false, diagnostics: [{ code: 'document/gone' }] })
    expect(saved).not.toHaveProperty('diagnostics.0.at')
    expect(existsSync(folder)).toBe(false)
  })
})

describe('another workspace', () => {
  it('takes the place of the one that is open, whose unsaved texts are there when it is opened again', async () => {
    const [one, other] = [join(freshFolder(), 'one'), join(freshFolder(), 'other')]
    const { workspace } = await open(one)
    const opened = await workspace.documents().open(file)
    if (!opened.ok) throw new Error('not opened')
    const { text, version } = opened.value
    workspace.documents().change(file, { text: `${text}# mine\n`, kind: 'narrative', version })
    await workspace.takeUp(other)
    expect(workspace.documents().list()).toEqual([])
    expect(readFileSync(join(one, file), 'utf8')).toBe(text)
    await workspace.takeUp(one)
    expect(workspace.documents().list()).toMatchObject([{ file, text: `${text}# mine\n`, isRecovered: true }])
  })

  it('that another start asks for is taken up when the window is ready, and not made anew', async () => {
    const [one, gone] = [join(freshFolder(), 'one'), join(freshFolder(), 'gone')]
    const { workspace } = await open(one, [gone])
    expect(workspace.offer(one)).toBe(false)
    expect(workspace.offer(gone)).toBe(true)
    expect([workspace.offered(), workspace.session().folder]).toEqual([gone, one])
    await workspace.takeUpOffered()
    expect(workspace.offered()).toBeUndefined()
    expect(workspace.read()).toMatchObject({ folder: gone, isGone: true })
    expect(existsSync(gone)).toBe(false)
  })
})
