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
    expect(inputs.renderBrief.safeParse([{ file, brief }]).success).toBe(false)
  })

  it.each([
    'briefs/../casebook/deals.yaml',
    'casebook/deals.yaml/../../../x.yaml',
    'exports/a.yaml',
    'casebook/.deals.yaml',
    'templates/.git/config.yaml',
    'templates/a.exe',
    'casebook',
    '/etc/casebook/a.yaml',
  ])('is no document outside the folders of a workspace: %s', (file) => {
    expect(inputs.openDocument.safeParse([file]).success).toBe(false)
  })

  it.each(['briefs/à lire.brief.yaml', 'casebook/deals.yaml', 'templates/partials/key-facts.hbs'])(
    'is a document that the author edits: %s',
    (file) => {
      expect(inputs.openDocument.safeParse([file]).success).toBe(true)
    },
  )

  it('is a view that can be kept', () => {
    const file = 'briefs/a.brief.yaml'
    const inCircles: Record<string, unknown> = {}
    inCircles['self'] = inCircles
    expect(inputs.keepView.safeParse([file, { caret: 3 }]).success).toBe(true)
    expect(inputs.keepView.safeParse([file, inCircles]).success).toBe(false)
    expect(inputs.keepView.safeParse([file, 'x'.repeat(200_000)]).success).toBe(false)
  })

  it('is a whole brief with known fields alone', () => {
    const file = 'briefs/note à lire.brief.yaml'
    expect(inputs.renderBrief.safeParse([{ file, brief }]).success).toBe(true)
    expect(inputs.renderBrief.safeParse([{ file, brief: { ...brief, asOf: 'today' } }]).success).toBe(false)
    expect(inputs.renderBrief.safeParse([{ file, brief: { ...brief, run: 'x' } }]).success).toBe(false)
    expect(inputs.renderBrief.safeParse([{ file, brief }, 'more']).success).toBe(false)
  })
})
