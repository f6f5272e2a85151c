import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { turnName } from '../../../host/files/index.js'
import { codesOf, file, newWorkspace, openRoom, shown, start, type, valueIn } from './open-room.js'

describe('saving a document', () => {
  it('writes what the author has and leaves nothing beside it', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    chmodSync(path, 0o640)
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, `${start}more\n`)
    expect(shown(documents)).toMatchObject({ isUnsaved: true, canUndo: true })
    expect(valueIn(await documents.save(file))).toMatchObject({ isUnsaved: false })
    expect(readFileSync(path, 'utf8')).toBe(`${start}more\n`)
    expect(readdirSync(join(path, '..'))).toEqual(['a.brief.yaml'])
    expect(statSync(path).mode & 0o777).toBe(0o640)
  })

  it('merges what another program wrote elsewhere in the file, and says so', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, start.replace('two', 'TWO'))
    writeFileSync(path, start.replace('six', 'SIX'))
    const saved = await documents.save(file)
    expect(saved).toMatchObject({ ok: true, warnings: [{ code: 'document/merged' }] })
    expect(readFileSync(path, 'utf8')).toBe(start.replace('two', 'TWO').replace('six', 'SIX'))
  })

  it('writes nothing where both changed the same line until the author has chosen', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    type(documents, start.replace('two', 'mine'))
    writeFileSync(path, start.replace('two', 'theirs'))
    expect(codesOf(await documents.save(file))).toEqual(['document/changed-on-both-sides'])
    expect(readFileSync(path, 'utf8')).toBe(start.replace('two', 'theirs'))
    const { conflict, version } = shown(documents)
    expect(conflict?.filter(({ kind }) => kind === 'both')).toEqual([
      { kind: 'both', mine: 'mine', base: 'two', theirs: 'theirs' },
    ])
    expect(codesOf(documents.resolve(file, ['mine'], version - 1))).toEqual(['document/moved-on'])
    expect(codesOf(documents.resolve(file, [], version))).toEqual(['document/moved-on'])
    valueIn(documents.resolve(file, ['theirs-then-mine'], version))
    valueIn(await documents.save(file))
    expect(readFileSync(path, 'utf8')).toBe(start.replace('two', 'theirs\nmine'))
  })

  it('does not wait long for the turn of a process that was killed', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    const mark = join(workspace, 'briefs', turnName('a.brief.yaml'))
    writeFileSync(mark, '99999999')
    type(documents, 'mine\n')
    const begun = performance.now()
    valueIn(await documents.save(file))
    expect(performance.now() - begun).toBeGreaterThan(900)
    expect(readFileSync(path, 'utf8')).toBe('mine\n')
    expect(existsSync(mark)).toBe(false)
  })

  it('keeps byte order mark and line ends where nothing was edited', async () => {
    const raw = '\uFEFFone\r\ntwo\nthree\r\nfour\r\n'
    const { workspace, dataFolder, path } = newWorkspace(raw)
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    expect(valueIn(await documents.open(file)).text).toBe('one\ntwo\nthree\nfour\n')
    type(documents, 'one\ntwo\nnew\nthree\nfour\n')
    valueIn(await documents.save(file))
    expect(readFileSync(path, 'utf8')).toBe('\uFEFFone\r\ntwo\nnew\r\nthree\r\nfour\r\n')
  })

  it('writes names near the limit of 255 bytes', async () => {
    const { workspace, dataFolder } = newWorkspace()
    const long = `briefs/${'é'.repeat(121)}.brief.yaml`
    writeFileSync(join(workspace, long), 'a\n')
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    const { version } = valueIn(await documents.open(long))
    documents.change(long, { text: 'b\n', kind: 'setting', version })
    valueIn(await documents.save(long))
    expect(readFileSync(join(workspace, long), 'utf8')).toBe('b\n')
  })

  it('follows a link in the workspace and keeps it, and refuses one that leads out', async () => {
    const { folder, workspace, dataFolder, path } = newWorkspace()
    symlinkSync('a.brief.yaml', join(workspace, 'briefs/link'))
    writeFileSync(join(folder, 'outside'), 'secret')
    symlinkSync('../../outside', join(workspace, 'briefs/out'))
    symlinkSync(folder, join(workspace, 'up'))
    symlinkSync('nowhere', join(workspace, 'briefs/nothing'))
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    const { version } = valueIn(await documents.open('briefs/link'))
    documents.change('briefs/link', { text: 'through\n', kind: 'setting', version })
    valueIn(await documents.save('briefs/link'))
    expect(lstatSync(join(workspace, 'briefs/link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('through\n')
    for (const out of ['briefs/out', 'up/outside', '../outside', '/etc/passwd', 'briefs/../../outside']) {
      expect(codesOf(await documents.open(out))).toEqual(['document/outside'])
    }
    expect(codesOf(documents.create('up/new', ''))).toEqual(['document/outside'])
    expect(codesOf(await documents.open('briefs/nothing'))).toEqual(['document/link-to-nothing'])
  })

  it('makes a new file at its first save, and never over one that came meanwhile', async () => {
    const { workspace, dataFolder } = newWorkspace()
    rmSync(join(workspace, 'briefs'), { recursive: true })
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    valueIn(documents.create(file, 'mine\n'))
    valueIn(await documents.save(file))
    expect(readFileSync(join(workspace, file), 'utf8')).toBe('mine\n')
    const other = 'briefs/b.brief.yaml'
    valueIn(documents.create(other, 'mine\n'))
    writeFileSync(join(workspace, other), 'theirs\n')
    expect(codesOf(await documents.save(other))).toEqual(['document/changed-on-both-sides'])
    expect(readFileSync(join(workspace, other), 'utf8')).toBe('theirs\n')
    expect(codesOf(documents.create(file, ''))).toEqual(['document/already-there'])
  })
})

describe('a document whose file went away', () => {
  it('is not made again by a save, but put back when its author says so', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    rmSync(join(workspace, 'briefs'), { recursive: true })
    type(documents, `${start}more\n`)
    clock.advance(5000)
    await documents.look()
    expect(shown(documents)).toMatchObject({ gone: 'folder', isUnsaved: true })
    expect(codesOf(await documents.save(file))).toEqual(['document/gone'])
    expect(readdirSync(workspace)).toEqual([])
    valueIn(await documents.putBack(file))
    expect(readFileSync(path, 'utf8')).toBe(`${start}more\n`)
    expect(shown(documents)).toMatchObject({ gone: undefined, isUnsaved: false })
  })

  it('merges when it is there again before it is put back', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, start.replace('two', 'TWO'))
    rmSync(path)
    await documents.look()
    writeFileSync(path, start.replace('six', 'SIX'))
    valueIn(await documents.putBack(file))
    expect(readFileSync(path, 'utf8')).toBe(start.replace('two', 'TWO').replace('six', 'SIX'))
  })

  it('does not remake a workspace that is gone, and is saved elsewhere instead', async () => {
    const { folder, workspace, dataFolder } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n')
    renameSync(workspace, `${workspace}-away`)
    expect(codesOf(await documents.save(file))).toEqual(['document/gone'])
    expect(codesOf(await documents.putBack(file))).toEqual(['document/workspace-gone'])
    expect(existsSync(workspace)).toBe(false)
    writeFileSync(join(folder, 'taken'), 'other')
    expect(codesOf(await documents.saveElsewhere(file, join(folder, 'taken')))).toEqual([
      'document/already-there',
    ])
    valueIn(await documents.saveElsewhere(file, join(folder, 'elsewhere')))
    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('mine\n')
    expect(documents.list()).toEqual([])
  })

  it('is let go, with its text in the history', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n')
    rmSync(path)
    valueIn(await documents.letGo(file))
    expect(codesOf(await documents.open(file))).toEqual(['document/missing'])
    const [latest] = documents.history(file)
    expect(documents.readHistory(file, latest?.id ?? '')).toMatchObject({ value: 'mine\n' })
  })
})

describe('autosave', () => {
  it('saves after a second of rest, and not before', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    type(documents, 'a\n')
    clock.advance(900)
    type(documents, 'ab\n')
    clock.advance(900)
    await documents.look()
    expect(readFileSync(path, 'utf8')).toBe(start)
    clock.advance(100)
    await documents.look()
    expect(readFileSync(path, 'utf8')).toBe('ab\n')
  })

  it('is off when it is turned off', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder })
    documents.setAutosaving(false)
    await documents.open(file)
    type(documents, 'a\n')
    clock.advance(60_000)
    await documents.look()
    expect(readFileSync(path, 'utf8')).toBe(start)
  })

  it('stops and tells when the file changed on both sides or can no longer be read', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    type(documents, start.replace('two', 'mine'))
    writeFileSync(path, start.replace('two', 'theirs'))
    clock.advance(5000)
    await documents.look()
    expect(shown(documents).conflict).toBeDefined()
    const bytes = new Uint8Array([0x61, 0xff, 0x0a])
    writeFileSync(path, bytes)
    type(documents, start.replace('two', 'mine too'))
    clock.advance(5000)
    await documents.look()
    expect(shown(documents).fault?.code).toBe('document/not-utf-8')
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
  })
})
