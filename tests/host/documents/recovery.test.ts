import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { turnOwner } from '../../../host/files/index.js'
import { codesOf, file, newWorkspace, openRoom, shown, start, type, valueIn } from './open-room.js'

function kept(dataFolder: string): string[] {
  return existsSync(join(dataFolder, 'unsaved')) ? readdirSync(join(dataFolder, 'unsaved')) : []
}

describe('what is not saved', () => {
  it('is kept within a second of the last change, however long the typing goes on', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    for (let index = 0; index < 5; index += 1) {
      type(documents, `typed ${index}\n`)
      clock.advance(100)
    }
    await vi.waitFor(() => expect(kept(dataFolder)).toHaveLength(1))
    const [name] = kept(dataFolder)
    expect(readFileSync(join(dataFolder, 'unsaved', name ?? ''), 'utf8')).toContain('typed')
    clock.advance(500)
    await vi.waitFor(() =>
      expect(readFileSync(join(dataFolder, 'unsaved', name ?? ''), 'utf8')).toContain('typed 4'),
    )
  })

  it('is there at the next start as it was left, and goes when it is saved', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const first = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await first.documents.open(file)
    type(first.documents, 'mine\n', { cursor: 3 })
    valueIn(first.documents.create('briefs/new.brief.yaml', 'new\n'))
    valueIn(await first.documents.end())
    const { documents, warnings } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(warnings).toEqual([])
    expect(
      documents
        .list()
        .map((one) => one.file)
        .sort(),
    ).toEqual([file, 'briefs/new.brief.yaml'])
    expect(shown(documents)).toMatchObject({
      text: 'mine\n',
      view: { cursor: 3 },
      isRecovered: true,
      isUnsaved: true,
    })
    valueIn(await documents.save(file))
    valueIn(await documents.save('briefs/new.brief.yaml'))
    expect(readFileSync(path, 'utf8')).toBe('mine\n')
    expect(shown(documents)).toMatchObject({ isRecovered: false, isUnsaved: false })
    expect(kept(dataFolder)).toEqual([])
  })

  it('goes through the same merge when the file changed since', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const first = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await first.documents.open(file)
    type(first.documents, start.replace('two', 'TWO'))
    await first.documents.end()
    writeFileSync(path, start.replace('six', 'SIX'))
    const second = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(shown(second.documents).text).toBe(start.replace('two', 'TWO').replace('six', 'SIX'))
    await second.documents.end()
    writeFileSync(path, start.replace('two', 'theirs'))
    const third = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(shown(third.documents).conflict).toContainEqual(
      expect.objectContaining({ kind: 'both', mine: 'TWO', theirs: 'theirs' }),
    )
  })

  it('is there when the file itself went away', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const first = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await first.documents.open(file)
    type(first.documents, 'mine\n')
    await first.documents.end()
    rmSync(workspace, { recursive: true })
    const { documents } = await openRoom({ workspace, dataFolder })
    expect(shown(documents)).toMatchObject({ text: 'mine\n', gone: 'workspace' })
    expect(existsSync(workspace)).toBe(false)
  })

  it('is put aside and told of when it is damaged', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const first = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await first.documents.open(file)
    type(first.documents, 'mine\n')
    await first.documents.end()
    const path = join(dataFolder, 'unsaved', kept(dataFolder)[0] ?? '')
    for (const damaged of [
      readFileSync(path, 'utf8').replace('mine', 'line'),
      readFileSync(path, 'utf8').slice(0, 90),
      '',
      '\0\0\0',
    ]) {
      writeFileSync(path, damaged)
      const { documents, warnings } = await openRoom({ workspace, dataFolder, isAutosaving: false })
      expect(warnings).toMatchObject([{ code: 'document/recovery-damaged', severity: 'warning' }])
      expect(documents.list()).toEqual([])
      expect(kept(dataFolder)).toHaveLength(1)
      expect(kept(dataFolder)[0]).toMatch(/\.damaged$/)
      expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(damaged)
    }
  })

  it('of a closed document is there when it is opened again', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n', 'view')
    valueIn(await documents.close(file))
    expect(codesOf(documents.state(file))).toEqual(['document/not-open'])
    expect(valueIn(await documents.open(file))).toMatchObject({
      text: 'mine\n',
      view: 'view',
      isUnsaved: true,
    })
    await documents.save(file)
    expect(kept(dataFolder)).toEqual([])
  })

  it('but would be saved in a moment is saved, and the rest kept, when the window closes', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    type(documents, 'mine\n')
    valueIn(await documents.keep())
    expect(readFileSync(path, 'utf8')).toBe('mine\n')
    expect(kept(dataFolder)).toEqual([])
    documents.setAutosaving(false)
    type(documents, 'more\n')
    valueIn(await documents.keep())
    expect(readFileSync(path, 'utf8')).toBe('mine\n')
    expect(kept(dataFolder)).toHaveLength(1)
    type(documents, 'and more\n')
    expect(shown(documents)).toMatchObject({ text: 'and more\n', isUnsaved: true })
  })

  it('is neither saved nor kept of a document that its author lets go', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    type(documents, 'mine\n')
    valueIn(await documents.letGo(file))
    clock.advance(5000)
    valueIn(await documents.keep())
    expect(readFileSync(path, 'utf8')).toBe(start)
    expect(kept(dataFolder)).toEqual([])
  })

  it('is found whichever way to the workspace is taken, also while its disk is away', async () => {
    const { folder, workspace, dataFolder } = newWorkspace()
    const link = join(folder, 'link')
    symlinkSync(workspace, link)
    const first = await openRoom({ workspace: link, dataFolder, isAutosaving: false })
    await first.documents.open(file)
    type(first.documents, 'mine\n')
    valueIn(await first.documents.end())
    const second = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(shown(second.documents)).toMatchObject({ text: 'mine\n', isRecovered: true })
    valueIn(await second.documents.save(file))
    expect(second.documents.history(file)).toHaveLength(2)
    type(second.documents, 'more\n')
    valueIn(await second.documents.end())
    renameSync(workspace, `${workspace}-away`)
    const third = await openRoom({ workspace: join(link, '.'), dataFolder, isAutosaving: false })
    expect(shown(third.documents)).toMatchObject({ text: 'more\n', gone: 'workspace' })
    expect(third.documents.history(file)).toHaveLength(2)
  })

  it('is only where the author was, when the rest is saved', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const first = await openRoom({ workspace, dataFolder })
    await first.documents.open(file)
    valueIn(first.documents.keepView(file, { scroll: 40 }))
    first.clock.advance(1000)
    await vi.waitFor(() => expect(readdirSync(join(dataFolder, 'views'))).toHaveLength(1))
    type(first.documents, 'mine\n', { scroll: 80 })
    valueIn(await first.documents.end())
    const { documents } = await openRoom({ workspace, dataFolder })
    expect(documents.list()).toEqual([])
    expect(valueIn(await documents.open(file))).toMatchObject({
      text: 'mine\n',
      view: { scroll: 80 },
      isUnsaved: false,
      isRecovered: false,
    })
  })

  it('of two windows on one folder is all kept', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const one = await openRoom({ workspace, dataFolder, isAutosaving: false })
    const other = await openRoom({ workspace, dataFolder, isAutosaving: false })
    for (const [room, text] of [
      [one, 'mine\n'],
      [other, 'other\n'],
    ] as const) {
      await room.documents.open(file)
      type(room.documents, text)
    }
    await one.documents.end()
    await other.documents.end()
    const next = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(next.warnings).toMatchObject([{ code: 'document/twice-unsaved' }])
    // The later one, as far as the clock of the disk tells.
    const { text } = shown(next.documents)
    const [entry] = next.documents.history(file)
    expect(entry).toMatchObject({ isUnsaved: true })
    const otherText = valueIn(next.documents.readHistory(file, entry?.id ?? ''))
    expect([text, otherText].sort()).toEqual(['mine\n', 'other\n'])
    await next.documents.save(file)
    expect(kept(dataFolder)).toEqual([])
    valueIn(next.documents.restore(file, entry?.id ?? ''))
    expect(shown(next.documents)).toMatchObject({ text: otherText, isUnsaved: true, canUndo: true })
    await next.documents.end()
    const last = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(last.warnings).toEqual([])
    expect(shown(last.documents).text).toBe(otherText)
  })

  it('leaves no temporary file of a killed process behind', async () => {
    const { workspace, dataFolder } = newWorkspace()
    mkdirSync(join(dataFolder, 'unsaved'), { recursive: true })
    // No process has this number: it is beyond what systems give.
    const stray = '.bw-99999999-0123456789ab.tmp'
    const living = `.bw-${process.pid}-0123456789ab.tmp`
    for (const folder of [join(workspace, 'briefs'), join(dataFolder, 'unsaved')]) {
      writeFileSync(join(folder, stray), 'half')
      writeFileSync(join(folder, living), 'half')
    }
    const turns = ['000000000000', '111111111111', '222222222222'].map((name) => `.bw-turn-${name}.tmp`)
    for (const [index, owner] of ['99999999\n', '', turnOwner()].entries())
      writeFileSync(join(workspace, 'briefs', turns[index] ?? ''), owner)
    await openRoom({ workspace, dataFolder })
    const left = [living, turns[2], 'a.brief.yaml'].sort()
    expect(readdirSync(join(workspace, 'briefs')).sort()).toEqual(left)
    expect(kept(dataFolder)).toEqual([living])
  })
})
