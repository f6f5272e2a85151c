import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Brief } from '../../engine/brief/types.js'
import { listBriefs, readBrief, saveBrief } from '../../host/workspace/briefs.js'
import { freshFolder } from './fresh-folder.js'

const brief: Brief = {
  template: 'fact-sheet',
  language: 'fr',
  issued: '2026-03-01',
  title: 'Une fiche: « la première »',
  parameters: { deal: 'some-deal' },
  narrative: { context: 'Un paragraphe.\n\n- une liste\n- de deux\n' },
}

describe('briefs', () => {
  it('are read as they were saved', async () => {
    const path = join(freshFolder(), 'briefs', 'one.brief.yaml')
    expect((await saveBrief(path, brief)).ok).toBe(true)
    expect(readBrief(path)).toEqual({ ok: true, value: brief, warnings: [] })
    expect(readdirSync(join(path, '..'))).toEqual(['one.brief.yaml'])
  })

  it('are listed by name, without what is no brief', () => {
    const dir = freshFolder()
    expect(listBriefs(dir)).toEqual({ ok: true, value: [], warnings: [] })
    mkdirSync(join(dir, 'briefs'))
    for (const name of ['b.brief.yaml', 'a.brief.yaml', 'notes.txt', '.c.brief.yaml']) {
      writeFileSync(join(dir, 'briefs', name), '')
    }
    expect(listBriefs(dir)).toMatchObject({ value: ['briefs/a.brief.yaml', 'briefs/b.brief.yaml'] })
  })

  it('that cannot be read are never overwritten', async () => {
    const path = join(freshFolder(), 'one.brief.yaml')
    const broken = 'template: "fact-sheet\nnarrative:\n  context: hours of work\n'
    writeFileSync(path, broken)
    const saved = await saveBrief(path, brief, 'briefs/one.brief.yaml')
    expect(saved).toMatchObject({
      ok: false,
      diagnostics: [
        { code: 'workspace/would-overwrite', at: { file: 'briefs/one.brief.yaml' } },
        { severity: 'error' },
      ],
    })
    expect(readFileSync(path, 'utf8')).toBe(broken)
  })
})
