import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenBrief } from '../../electron/contract/index.js'
import { openSession, prepareWorkspace } from '../../electron/main/workspace-session.js'
import { formatBrief } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { findAppRoot, type RenderJob, type RenderPool } from '../../host/index.js'
import { freshFolder } from '../host/fresh-folder.js'

const appRoot = findAppRoot()
const notHere = () => Promise.reject(new Error('these tests have no worker'))
const unused: RenderPool = {
  render: notHere,
  planPack: notHere,
  makePack: notHere,
  surveyWorkspace: notHere,
  readOrder: notHere,
  listTemplates: notHere,
  close: () => Promise.resolve(),
}

const newBrief: OpenBrief = {
  file: 'briefs/one.brief.yaml',
  brief: { template: 'fact-sheet', language: 'en', parameters: {}, narrative: {} },
}

function freshSession(pool = unused) {
  const folder = join(freshFolder(), 'workspace')
  expect(prepareWorkspace(folder, appRoot)).toEqual([])
  return openSession(folder, appRoot, pool)
}

describe('the open workspace', () => {
  it('is made on the first start with casebook, templates and a first brief', () => {
    const read = freshSession().read()
    expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(read.casebook?.collections.deals.length).toBeGreaterThan(0)
    expect(read.templates.map(({ template }) => template.id)).toContain('issue-brief')
    expect(read.briefs).toHaveLength(1)
  })

  it('leaves a folder alone that holds something else', () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'holiday.txt'), 'sun')
    expect(prepareWorkspace(folder, appRoot)).toEqual([])
    expect(existsSync(join(folder, 'casebook'))).toBe(false)
    const read = openSession(folder, appRoot, unused).read()
    expect(read.casebook).toBeUndefined()
    expect(read.diagnostics.length).toBeGreaterThan(0)
    expect(read.templates.length).toBeGreaterThan(0)
  })

  it('says why it could not be made, and is still something to show', () => {
    const file = join(freshFolder(), 'a-file')
    writeFileSync(file, '')
    const folder = join(file, 'workspace')
    expect(prepareWorkspace(folder, appRoot)).toMatchObject([{ severity: 'error' }])
    const session = openSession(folder, appRoot, unused)
    expect(session.read().diagnostics.length).toBeGreaterThan(0)
    expect(session.listExports()).toMatchObject({ ok: true, value: [] })
  })

  it('says which line of the casebook is wrong and keeps the rest usable', () => {
    const session = freshSession()
    const path = join(session.folder, 'casebook', 'deals.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/status: [a-z-]+/, 'status: confrimed'))
    const read = session.read()
    expect(read.casebook).toBeUndefined()
    expect(read.diagnostics[0]?.at).toMatchObject({ file: 'casebook/deals.yaml' })
    expect(read.templates.length).toBeGreaterThan(0)
    expect(read.briefs).toHaveLength(1)
  })

  it('lists exports, the last one first', () => {
    const session = freshSession()
    expect(session.listExports()).toMatchObject({ ok: true, value: [] })
    mkdirSync(join(session.folder, 'exports'), { recursive: true })
    writeFileSync(join(session.folder, 'exports', 'a.pdf'), '%PDF-')
    writeFileSync(join(session.folder, 'exports', 'notes.txt'), 'x')
    expect(session.listExports()).toMatchObject({ value: [{ name: 'a.pdf', size: 5 }] })
  })

  it('asks for nothing to be read again when a brief is saved, and for all when another file is written', async () => {
    const jobs: RenderJob[] = []
    const render = (job: RenderJob) => {
      jobs.push(job)
      return notHere()
    }
    const session = freshSession({ ...unused, render })
    const save = (brief: Brief) => writeFileSync(join(session.folder, newBrief.file), formatBrief(brief))
    save(newBrief.brief)
    const revisionAfter = async (change: () => unknown) => {
      await change()
      session.read()
      await session.preview(newBrief).catch(() => undefined)
      return jobs.at(-1)?.revision
    }
    const before = session.read()
    const first = await revisionAfter(() => undefined)
    const brief = { ...newBrief.brief, title: 'Renamed' }
    const again = await revisionAfter(() => save(brief))
    expect(again).toBe(first)
    const after = session.read()
    expect(after.casebook).toBe(before.casebook)
    expect(after.briefs.map(({ title }) => title)).toContain('Renamed')
    const path = join(session.folder, 'casebook', 'deals.yaml')
    const later = await revisionAfter(() =>
      writeFileSync(path, `${readFileSync(path, 'utf8')}\n# read again\n`),
    )
    expect(later).not.toBe(first)
    const template = join(session.folder, 'templates', 'fact-sheet.hbs')
    const last = await revisionAfter(() => writeFileSync(template, `${readFileSync(template, 'utf8')}\n`))
    expect(last).not.toBe(later)
  })
})
