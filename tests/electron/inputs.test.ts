import { describe, expect, it } from 'vitest'
import { inputs } from '../../electron/main/calls/inputs.js'

const brief = { template: 'fact-sheet', language: 'en', parameters: {}, narrative: {} }

describe('what the window may send', () => {
  it.each([
    'briefs/../casebook/deals.yaml',
    'briefs/a/b.brief.yaml',
    '/etc/passwd',
    'briefs/.x.brief.yaml',
    'briefs\\a.brief.yaml',
  ])('is no brief outside its folder: %s', (file) => {
    expect(inputs.openBrief.safeParse([file]).success).toBe(false)
    expect(inputs.saveBrief.safeParse([{ file, brief }]).success).toBe(false)
  })

  it('is a whole brief with known fields alone', () => {
    const file = 'briefs/note à lire.brief.yaml'
    expect(inputs.saveBrief.safeParse([{ file, brief }]).success).toBe(true)
    expect(inputs.saveBrief.safeParse([{ file, brief: { ...brief, asOf: 'today' } }]).success).toBe(false)
    expect(inputs.saveBrief.safeParse([{ file, brief: { ...brief, run: 'x' } }]).success).toBe(false)
    expect(inputs.saveBrief.safeParse([{ file, brief }, 'more']).success).toBe(false)
  })
})
