import type { SourceFile } from '../../engine/base/index.js'
import { type Casebook, parseCasebook } from '../../engine/casebook/index.js'

const header = `title: Test
description: A small casebook
languages: [en, fr]
asOf: 2026-02-28
staleAfterDays: { deals: 180 }
terms:
  press: { en: press, fr: presse }
  company: { en: company, fr: entreprise }
  mining: { en: mining, fr: mines }
  paraphrase: { en: paraphrase, fr: paraphrase }
claims:
  deals:
    stake: { en: Stake, fr: Participation }
    signed: { en: Signed, fr: Signature }
    price: { en: Price, fr: Prix }
    volume: { en: Volume, fr: Volume }
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

/** Files as a casebook has them, named by collection (or `casebook`). */
export function casebookFiles(texts: Record<string, string>): SourceFile[] {
  return Object.entries(texts).map(([name, text]) => ({ path: `casebook/${name}.yaml`, text }))
}

/** The files of a small casebook without a fault; `texts` replaces or adds some. */
export function smallFiles(texts: Record<string, string> = {}): SourceFile[] {
  return casebookFiles({ casebook: header, sources, actors, ...texts })
}

/** The casebook that files make, which must be in order. */
export function casebookOf(files: SourceFile[]): Casebook {
  const outcome = parseCasebook(files)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, undefined, 1))
  return outcome.value
}

/** The head of the small casebook, `casebook.yaml`, with more lines at its end. */
export function smallHeader(more = ''): string {
  return header + more
}

/** The file of deals with one deal, `one`, whose lines after its core fields (from line 6) are `lines`. */
export function dealWith(...lines: string[]): Record<string, string> {
  const core = ['- id: one', '  name: One', '  parties: [acme]', '  kind: sale', '  status: announced']
  return { deals: `${[...core, ...lines.map((line) => `  ${line}`)].join('\n')}\n` }
}
