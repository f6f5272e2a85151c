import { describe, expect, it } from 'vitest'
import { document, text } from '../small/trial.js'

const seen = (printed: string) => printed.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')
const printed = (body: string, language: 'en' | 'fr' = 'en', title?: string) =>
  document(body, { brief: { language, ...(title ? { title } : {}) } })
const all = (body: string, language: 'en' | 'fr' = 'en') =>
  seen(JSON.stringify(printed(body, language).blocks))

describe('S4 the marks of a line', () => {
  it('are right wherever bold text, a link or a value begins', () => {
    expect(text(`*"a"* ["b"](https://example.org) "**c**" "{{deal.name}}" '{{deal.name}}'`)).toBe(
      'p *“a”* “b” “**c**” “The | sale” ‘The | sale’',
    )
  })
  it('are set beside citations, and those after them too', () => {
    expect(text(`"{{deal.stake}}" is "{{cite "press"}}not"`)).toMatch(/^p “40%\[1\]\(.*\)” is “\[1\]not”$/)
  })
  it('leave code and the words of an address alone', () => {
    expect(text(`\`a = "b"\` "x" <https://example.org/it's>`)).toBe(`p a = "b" “x” https://example.org/it's`)
  })
  it('are those of a stretch in another language', () => {
    expect(all(`It is "so", :lang["oui" ?]{fr}.`)).toMatch(/It is “so”, .*«_oui_»_\?/)
    expect(all(`C'est "ainsi", :lang["yes"?]{en}.`, 'fr')).toMatch(/C’est «_ainsi_», .*“yes”\?/)
  })
})

describe('S3 everything that is printed', () => {
  const line = `l'accord "x": oui ?`
  const set = 'l’accord «_x_»~: oui_?'
  it.each([
    ['a heading', `## ${line}`],
    ['what contents say', `{{toc}}\n\n# ${line}`],
    ['a head and a cell of a table', `| ${line} |\n|---|\n| b |`],
    ['a list', `- ${line}`],
    ['a quote', `> ${line}`],
    ['a caption', `{{#captioned caption="l'accord 'x'"}}\n| a |\n|---|\n| b |\n{{/captioned}}`],
    ['a title of a box', `{{#callout kind="note" title="l'accord"}}\nx\n{{/callout}}`],
    ['an appendix', `{{#appendix "l'accord"}}\nx\n{{/appendix}}`],
  ])('is set by the same rules: %s', (_, body) => {
    const found = all(body, 'fr')
    expect(found).toContain('l’accord')
    expect(found).not.toMatch(/l'accord/)
    if (body.includes(line)) expect(found).toContain(set)
  })
  it('is so in the title, at the head, in the foot and in what the file says of itself', () => {
    const model = printed('{{masthead kicker="l\'essai" title=brief.title}}', 'fr', line)
    expect(seen(model.title)).toBe(set)
    expect(seen(model.footer)).toBe(set)
    expect(model.blocks).toMatchObject([{ kicker: 'l’essai' }])
    expect(seen(JSON.stringify(model.blocks))).toContain(set)
  })
  it('is so in footnotes', () => {
    const model = printed(`x[^a]\n\n[^a]: ${line}`, 'fr')
    expect(seen(JSON.stringify(model.footnotes))).toContain(set)
  })
})
