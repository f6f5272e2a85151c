import type { SourceFile } from '../../engine/base/index.js'

const header = `title: Test
description: A small casebook
languages: [en, fr]
asOf: 2026-02-28
terms:
  press: { en: press, fr: presse }
  company: { en: company, fr: entreprise }
  mining: { en: mining, fr: mines }
claims:
  deals:
    stake: { en: Stake, fr: Participation }
    signed: { en: Signed, fr: Signature }
  assets:
    location: { en: Location, fr: Situation }
    owners: { en: Owners, fr: Propriétaires }
`

const sources = `- id: first
  title: First report
  published: 2026-01-10
  tier: press

- id: second
  title: Second report
  published: 2026-02-10
  tier: press

- id: undated
  title: Undated report
  tier: press
`

const actors = `- id: acme
  name: Acme
  kind: company
`

/** A small casebook without a fault; `files` replaces or adds some, by collection (or `casebook`). */
export function smallCasebook(files: Record<string, string> = {}): SourceFile[] {
  const all = { casebook: header, sources, actors, ...files }
  return Object.entries(all).map(([name, text]) => ({ path: `casebook/${name}.yaml`, text }))
}

/** The file of deals with one deal, whose lines after its core fields (from line 6) are `lines`. */
export function dealWith(...lines: string[]): Record<string, string> {
  const core = ['- id: one', '  name: One', '  parties: [acme]', '  kind: sale', '  status: announced']
  return { deals: `${[...core, ...lines.map((line) => `  ${line}`)].join('\n')}\n` }
}
