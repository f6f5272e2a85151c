import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBriefs } from '../../host/workspace/briefs.js'
import { freshFolder } from './fresh-folder.js'

describe('briefs', () => {
  it('are listed by name, without what is no brief', () => {
    const dir = freshFolder()
    expect(listBriefs(dir)).toEqual({ ok: true, value: [], warnings: [] })
    mkdirSync(join(dir, 'briefs'))
    for (const name of ['b.brief.yaml', 'a.brief.yaml', 'notes.txt', '.c.brief.yaml']) {
      writeFileSync(join(dir, 'briefs', name), '')
    }
    expect(listBriefs(dir)).toMatchObject({ value: ['briefs/a.brief.yaml', 'briefs/b.brief.yaml'] })
  })
})
