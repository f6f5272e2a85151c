import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { codesOf, file, newWorkspace, openRoom, shown, start, type, valueIn } from './open-room.js'

const isRoot = process.getuid?.() === 0
const onLinux = process.platform === 'linux'

/** Mounts a small disk of its own at `folder` for the test that runs; `false` where that is not allowed. */
function mounted(folder: string, ...options: string[]): boolean {
  mkdirSync(folder, { recursive: true })
  if (spawnSync('mount', [...options, folder]).status !== 0) return false
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return true
}

describe('what a disk gets wrong', () => {
  it('is said once, with what was tried and without a line that is not at fault', async () => {
    const { workspace, dataFolder, path } = newWorkspace(new Uint8Array([0x61, 0xff]))
    mkdirSync(join(workspace, 'briefs/folder'))
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    const opened = await documents.open(file)
    expect(opened).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: 'document/not-utf-8',
          message: `cannot open \`${file}\`: it is not text in UTF-8`,
        },
      ],
    })
    expect(opened).not.toHaveProperty('diagnostics.0.at')
    expect(await documents.open('briefs/folder')).toMatchObject({
      diagnostics: [{ message: 'cannot open `briefs/folder`: it is a folder and not a file' }],
    })
    expect(codesOf(await documents.open('briefs/none'))).toEqual(['document/missing'])
    writeFileSync(path, start)
    await documents.open(file)
    type(documents, 'mine\n')
    chmodSync(path, 0o444)
    const states: unknown[] = []
    documents.onChanged((state) => states.push(state.fault?.message))
    const refused = `cannot save \`${file}\`: permission denied`
    const saved = await documents.save(file)
    expect(saved).toMatchObject({ diagnostics: [{ message: refused }] })
    expect(saved).not.toHaveProperty('diagnostics.0.at')
    expect(await documents.save(file)).toMatchObject({ diagnostics: [{ message: refused }] })
    expect(states).toEqual([refused])
    expect(readFileSync(path, 'utf8')).toBe(start)
    chmodSync(path, 0o644)
    expect(valueIn(await documents.save(file))).toMatchObject({ fault: undefined, isUnsaved: false })
  })

  it.skipIf(!onLinux)('does not wait for a pipe, and does not replace it', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n')
    rmSync(path)
    execFileSync('mkfifo', [path])
    expect(codesOf(await documents.save(file))).toEqual(['document/not-a-file'])
    expect(statSync(path).isFIFO()).toBe(true)
    execFileSync('mkfifo', [join(workspace, 'briefs/pipe')])
    expect(codesOf(await documents.open('briefs/pipe'))).toEqual(['document/not-a-file'])
    expect(shown(documents)).toMatchObject({ text: 'mine\n', isUnsaved: true })
  })

  it('keeps the text where a folder has come in place of the file', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n')
    rmSync(path)
    mkdirSync(path)
    expect(codesOf(await documents.save(file))).toEqual(['document/not-a-file'])
    expect(readdirSync(path)).toEqual([])
    rmSync(path, { recursive: true })
    valueIn(await documents.putBack(file))
    expect(readFileSync(path, 'utf8')).toBe('mine\n')
  })

  it('leaves the file whole on a full disk, and saves when there is room', async (context) => {
    const { folder, dataFolder } = newWorkspace()
    const workspace = join(folder, 'small')
    if (!onLinux || !mounted(workspace, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs')) {
      context.skip('no small disk can be mounted here')
    }
    mkdirSync(join(workspace, 'briefs'))
    writeFileSync(join(workspace, file), start)
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    const long = 'a line of text\n'.repeat(10_000)
    type(documents, long)
    const saved = await documents.save(file)
    expect(saved).toMatchObject({ diagnostics: [{ code: 'workspace/disk-full' }] })
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(start)
    expect(readdirSync(join(workspace, 'briefs'))).toEqual(['a.brief.yaml'])
    expect(shown(documents)).toMatchObject({ text: long, isUnsaved: true })
    type(documents, 'short\n')
    valueIn(await documents.save(file))
    expect(readFileSync(join(workspace, file), 'utf8')).toBe('short\n')
  })

  it('is said of a disk that is read-only', async (context) => {
    const { folder, workspace, dataFolder } = newWorkspace()
    const readOnly = join(folder, 'read-only')
    if (!onLinux || !mounted(readOnly, '--bind', workspace)) context.skip('no disk can be mounted here')
    if (spawnSync('mount', ['-o', 'remount,bind,ro', readOnly]).status !== 0)
      context.skip('no disk can be read-only')
    const { documents } = await openRoom({ workspace: readOnly, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n')
    expect(codesOf(await documents.save(file))).toEqual(['workspace/read-only'])
    valueIn(documents.create('briefs/b.brief.yaml', 'new\n'))
    const created = await documents.save('briefs/b.brief.yaml')
    expect(created).toMatchObject({
      diagnostics: [{ message: 'cannot create `briefs/b.brief.yaml`: the disk is read-only' }],
    })
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(start)
  })

  it('is said before anything is saved, and no longer when it is mended', async (context) => {
    const { folder, workspace, dataFolder } = newWorkspace()
    const readOnly = join(folder, 'read-only')
    if (!onLinux || !mounted(readOnly, '--bind', workspace)) context.skip('no disk can be mounted here')
    const become = (how: string) => spawnSync('mount', ['-o', `remount,bind,${how}`, readOnly]).status === 0
    const { documents, clock } = await openRoom({ workspace: readOnly, dataFolder, isAutosaving: false })
    await documents.open(file)
    if (!become('ro')) context.skip('no disk can be read-only')
    clock.advance(500)
    // Who only reads is not told.
    expect(shown(documents).fault).toBeUndefined()
    type(documents, 'mine\n')
    clock.advance(500)
    expect(shown(documents).fault).toMatchObject({
      code: 'workspace/read-only',
      message: `cannot save \`${file}\`: the disk is read-only`,
    })
    become('rw')
    await vi.waitFor(() => {
      clock.advance(500)
      expect(shown(documents).fault).toBeUndefined()
    })
    expect(shown(documents)).toMatchObject({ text: 'mine\n', isUnsaved: true })
  })

  it('is tried again by itself, when files are saved by themselves', async (context) => {
    const { folder, dataFolder } = newWorkspace()
    const workspace = join(folder, 'small')
    if (!onLinux || !mounted(workspace, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs'))
      context.skip('no small disk can be mounted here')
    mkdirSync(join(workspace, 'briefs'))
    writeFileSync(join(workspace, file), start)
    const filler = join(workspace, 'filler')
    writeFileSync(filler, 'x'.repeat(40_000))
    const { documents, clock } = await openRoom({ workspace, dataFolder })
    await documents.open(file)
    const long = 'a line of text\n'.repeat(2000)
    type(documents, long)
    clock.advance(1000)
    await vi.waitFor(() => expect(shown(documents).fault).toMatchObject({ code: 'workspace/disk-full' }))
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(start)
    rmSync(filler)
    await vi.waitFor(() => {
      clock.advance(500)
      expect(readFileSync(join(workspace, file), 'utf8')).toBe(long)
    }, 5000)
    await vi.waitFor(() => expect(shown(documents)).toMatchObject({ isUnsaved: false }))
    expect(shown(documents).fault).toBeUndefined()
  })

  it('is said of a file that may not be read', async (context) => {
    if (isRoot) context.skip('root may read every file')
    const { workspace, dataFolder, path } = newWorkspace()
    chmodSync(path, 0)
    const { documents } = await openRoom({ workspace, dataFolder })
    expect(codesOf(await documents.open(file))).toEqual(['workspace/no-permission'])
  })

  it('keeps working, and says so, when unsaved texts cannot be kept', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    writeFileSync(dataFolder, 'a file where the folder should be')
    const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    type(documents, 'mine\n')
    const saved = await documents.save(file)
    expect(saved).toMatchObject({ ok: true, warnings: [{ severity: 'warning' }] })
    expect(readFileSync(path, 'utf8')).toBe('mine\n')
    type(documents, 'more\n')
    expect(codesOf(await documents.close(file))).toEqual(['workspace/not-a-folder'])
    expect(shown(documents).fault?.message).toContain('cannot keep')
  })
})
