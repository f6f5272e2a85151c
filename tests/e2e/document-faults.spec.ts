import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DocumentState } from '../../electron/contract/index.js'
import { expect, makeWorkspace, startBeside, test } from './briefwright.js'

const file = 'briefs/issue-brief.brief.yaml'

test.use({ prepared: { fill: makeWorkspace } })

/** Opens the starter brief and keeps what is told of it. Nothing is saved by itself. */
async function open(window: Page): Promise<void> {
  await window.evaluate(async (file) => {
    await self.briefwright.changeSettings({ autosaves: false })
    const opened = await self.briefwright.openDocument(file)
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
    const told = { state: opened.value }
    Object.assign(self, { told })
    self.briefwright.onDocumentChanged((state) => {
      if (state.file === file) told.state = state
    })
  }, file)
}

/** As a view would show it that only listens. */
function shown(window: Page): Promise<DocumentState> {
  return window.evaluate(() => (self as unknown as { told: { state: DocumentState } }).told.state)
}

function type(window: Page, line: string) {
  return window.evaluate(
    async ([file, line]) => {
      const { text, version } = (self as unknown as { told: { state: DocumentState } }).told.state
      return self.briefwright.changeDocument(file, { text: text + line, kind: 'narrative', version })
    },
    [file, line] as const,
  )
}

function save(window: Page) {
  return window.evaluate((file) => self.briefwright.saveDocument(file), file)
}

/** Makes `folder` another disk, where that is allowed. Gives what undoes it. */
function mounted(folder: string, ...options: string[]): (() => void) | undefined {
  if (process.platform !== 'linux' || spawnSync('mount', [...options, folder]).status !== 0) return undefined
  return () => void spawnSync('umount', ['-l', folder])
}

test('a workspace that is deleted is said to be gone, and a save makes nothing in its place', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await open(window)
  await type(window, '# mine\n')
  rmSync(workspace, { recursive: true })
  await expect.poll(async () => (await shown(window)).gone).toBe('workspace')
  const saved = await save(window)
  expect(saved).toMatchObject({ ok: false, diagnostics: [{ code: 'document/gone' }] })
  expect(JSON.stringify(saved)).not.toContain('"line":1')
  expect(existsSync(workspace)).toBe(false)
  const elsewhere = join(workspace, '..', 'rescued.yaml')
  await briefwright.answerSaveDialog(elsewhere)
  expect(await window.evaluate((file) => self.briefwright.saveDocumentElsewhere(file), file)).toMatchObject({
    ok: true,
    value: { path: elsewhere },
  })
  expect(readFileSync(elsewhere, 'utf8')).toMatch(/# mine\n$/)
})

test('a disk that becomes read-only is told of before a save, and no longer when it is not', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  const undo = mounted(workspace, '--bind', workspace)
  test.skip(undo === undefined, 'no disk can be mounted here')
  const become = (how: string) => spawnSync('mount', ['-o', `remount,bind,${how}`, workspace]).status === 0
  try {
    await open(window)
    const before = readFileSync(join(workspace, file), 'utf8')
    test.skip(!become('ro'), 'no disk can be made read-only here')
    await type(window, '# mine\n')
    await expect
      .poll(async () => (await shown(window)).fault?.message)
      .toBe(`cannot save \`${file}\`: the disk is read-only`)
    expect(await save(window)).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/read-only' }] })
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(before)
    become('rw')
    await expect.poll(async () => (await shown(window)).fault).toBeUndefined()
    expect(await save(window)).toMatchObject({ ok: true, value: { isUnsaved: false } })
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(`${before}# mine\n`)
  } finally {
    undo?.()
  }
})

test('a full disk keeps the file whole and the text in the window, and has it when there is room', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  const briefs = join(workspace, 'briefs')
  const before = readFileSync(join(workspace, file), 'utf8')
  const undo = mounted(briefs, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs')
  test.skip(undo === undefined, 'no disk can be mounted here')
  try {
    writeFileSync(join(workspace, file), before)
    await open(window)
    const long = '# a line of text\n'.repeat(5000)
    await type(window, long)
    expect(await save(window)).toMatchObject({ ok: false, diagnostics: [{ code: 'workspace/disk-full' }] })
    expect(await shown(window)).toMatchObject({ isUnsaved: true, fault: { code: 'workspace/disk-full' } })
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(before)
    expect(readdirSync(briefs)).toEqual(['issue-brief.brief.yaml'])
    spawnSync('mount', ['-o', 'remount,size=1m', briefs])
    expect(await save(window)).toMatchObject({ ok: true, value: { isUnsaved: false } })
    expect((await shown(window)).fault).toBeUndefined()
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(before + long)
  } finally {
    undo?.()
  }
})

test('two windows with memories of their own on one folder lose nothing of each other', async ({
  briefwright,
}) => {
  const { window, workspace } = briefwright
  await open(window)
  const before = readFileSync(join(workspace, file), 'utf8')
  const other = await startBeside(briefwright, 'other-memory')
  try {
    await open(other.window)
    await type(window, '# mine\n')
    expect(await save(window)).toMatchObject({ ok: true })
    await expect.poll(async () => (await shown(other.window)).text).toBe(`${before}# mine\n`)
    await type(other.window, '# theirs\n')
    expect(await save(other.window)).toMatchObject({ ok: true })
    await expect.poll(async () => (await shown(window)).text).toBe(`${before}# mine\n# theirs\n`)
    // Now both at the same place, and neither has seen the other's.
    await Promise.all([type(window, '# one\n'), type(other.window, '# two\n')])
    const saves = [await save(window), await save(other.window)]
    expect(saves.map(({ ok }) => ok)).toEqual([true, false])
    expect(await shown(other.window)).toMatchObject({
      conflict: expect.arrayContaining([expect.objectContaining({ kind: 'both' })]),
    })
    expect(readFileSync(join(workspace, file), 'utf8')).toBe(`${before}# mine\n# theirs\n# one\n`)
  } finally {
    await other.end()
  }
})

test('another program’s change of a file is in the text, and taken back by undo', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await open(window)
  const before = readFileSync(join(workspace, file), 'utf8')
  await type(window, '# mine\n')
  writeFileSync(join(workspace, file), `# theirs\n${before}`)
  await expect.poll(async () => (await shown(window)).text).toBe(`# theirs\n${before}# mine\n`)
  expect(await shown(window)).toMatchObject({ notice: { code: 'document/merged' }, canUndo: true })
  await window.evaluate((file) => self.briefwright.undoDocument(file), file)
  expect((await shown(window)).text).toBe(`${before}# mine\n`)
})
