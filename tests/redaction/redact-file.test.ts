import { expect, it } from 'vitest'
import { redactWorkspace } from '../../engine/redaction/index.js'
import { casebookOf, smallFiles, smallHeader } from '../small/casebook.js'

const claim = (sources: string) => `{ value: 40, unit: percent, status: confirmed, sources: ${sources} }`

/** The deals of a casebook whose source `second`, actor `beta` and deal `secret` are internal. */
function redacted(deals: string, more: Record<string, string> = {}, shown = 'deals'): string {
  const files = smallFiles({
    deals,
    sources: `- id: first
  title: First report
  tier: press
- id: second
  title: Second report
  tier: press
  internal: true
`,
    actors:
      '- { id: acme, name: Acme, kind: company }\n- { id: beta, name: Beta, kind: company, internal: true }\n',
    ...more,
  })
  const once = redactWorkspace({ casebook: casebookOf(files), sources: files })
  if (!once.ok) throw new Error(JSON.stringify(once.diagnostics))
  const again = redactWorkspace({ casebook: once.value.casebook, sources: once.value.sources })
  expect(again.ok && again.value.sources).toEqual(once.value.sources)
  return once.value.sources.find(({ path }) => path === `casebook/${shown}.yaml`)?.text ?? ''
}

const deal = (id: string, fields: string) => `- id: ${id}
  name: ${id}
  parties: [acme]
  kind: sale
  status: confirmed
${fields}`

it('takes out records with their comments and blank lines, and leaves the rest to the letter', () => {
  const kept = deal('open', '  signed: { value: 2026-01-10, status: confirmed, sources: [first] }\n')
  const text = `# on top\n${deal('secret', '  internal: true\n')}\n# after a blank line\n\n${kept}   # at the end\n${deal('last', '  internal: true\n')}`
  expect(redacted(text)).toBe(`\n${kept}`.trimStart())
})

it('takes ids out of lists of every form', () => {
  const text = deal(
    'open',
    `  stake: ${claim('[second, first]')}
  about:
    - secret
    - actors/beta
  signed:
    value: 2026-01-10
    status: confirmed
    sources:
      - first   # the better one
      - second
    alternatives:
      - { value: 2026-01-11, sources: ['second', first] }
`,
  ).replace('[acme]', '[ acme, beta ]')
  const after = redacted(`${text}${deal('secret', '  internal: true\n')}`)
  expect(after).toBe(
    deal(
      'open',
      `  stake: ${claim('[first]')}
  about: []
  signed:
    value: 2026-01-10
    status: confirmed
    sources:
      - first
    alternatives:
      - { value: 2026-01-11, sources: [first] }
`,
    ).replace('[acme]', '[ acme ]'),
  )
})

it('takes records and single references out of collections in brackets', () => {
  const after = redacted(
    '[{ id: secret, internal: true, name: S, parties: [acme], kind: sale, status: confirmed },\n' +
      ' { id: open, name: O, parties: [acme], kind: sale, status: confirmed }]\n',
  )
  expect(after).toBe('[{ id: open, name: O, parties: [acme], kind: sale, status: confirmed }]\n')
  const instruments = '- owner: beta\n  id: act\n  name: Act\n- { id: decree, owner: beta, name: Decree }\n'
  expect(redacted('', { instruments }, 'instruments')).toBe(
    '- id: act\n  name: Act\n- { id: decree, name: Decree }\n',
  )
})

it('does not take a # within a text for a comment', () => {
  const text = deal('open', '').replace('kind: sale', "kind: 'sale #1' # really")
  expect(redacted(text)).toContain("kind: 'sale #1'\n")
  const gaps = '- id: one\n  text: | # first\n    one\n    # two\n\n    three # four\n  # last\n'
  expect(redacted('', { gaps }, 'gaps')).toBe(
    '- id: one\n  text: |\n    one\n    # two\n\n    three # four\n',
  )
})

it('features what is there', () => {
  const casebook = `${smallHeader()}featured:\n  actors: [beta, acme] # beta first\n  deals:\n    - secret\n`
  const after = redacted(deal('secret', '  internal: true\n'), { casebook }, 'casebook')
  expect(after).toBe(`${smallHeader()}featured:\n  actors: [acme]\n  deals: []\n`)
})

it('reads files with the line ends of Windows', () => {
  const text = `${deal('secret', '  internal: true\n')}# about it\n${deal('open', '')}`
  expect(redacted(text.replaceAll('\n', '\r\n'))).toBe(deal('open', '').replaceAll('\n', '\r\n'))
})
