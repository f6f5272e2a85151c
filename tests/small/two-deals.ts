import type { Casebook } from '../../engine/casebook/index.js'
import { casebookFiles, casebookOf } from './casebook.js'

const header = `title: { en: A small casebook, fr: Un petit dossier }
description: { en: Two deals, fr: Deux accords }
languages: [en, fr]
asOf: 2026-02-28
terms:
  company: { en: company, fr: entreprise }
  execution: { en: execution, fr: exécution }
  security: { en: security, fr: sécurité }
  primary: { en: primary, fr: primaire }
claims:
  deals:
    stake: { en: Stake, fr: Part }
    price: { en: Price, fr: Prix }
    volume: { en: Volume, fr: Volume }
    signed: { en: Signed, fr: Signature }
    terms: { en: Terms, fr: Termes }
`

const texts = {
  casebook: header,
  sources: `- { id: press, publisher: Press Office, title: { en: The *announcement*, fr: L’annonce }, published: 2026-02-04, url: 'https://example.org/a', tier: primary }
- { id: mine, publisher: Mine Weekly, url: 'https://example.org/b', tier: primary }
- { id: gazette, publisher: Gazette, title: { en: Notice, fr: Avis }, published: 2026-01, tier: primary }
`,
  actors: `- { id: orion, name: Orion, kind: company }
- { id: glencore, name: Glencore, kind: company }
`,
  deals: `- id: sale
  name: { en: 'The | sale', fr: 'La | vente' }
  parties: [orion, glencore]
  kind: { en: purchase, fr: achat }
  status: announced
  stake: { value: 40, unit: percent, status: agreed-in-principle, sources: [press] }
  price:
    value: 9
    unit: USD billion
    status: disputed
    sources: [mine, gazette]
    alternatives:
      - { value: 9, unit: USD billion, sources: [mine] }
      - { value: 11.5, unit: USD billion, sources: [gazette] }
  volume: { value: 0, unit: t, status: unknown }
  signed: { value: 2026-02-03, status: confirmed, sources: [press] }
  terms:
    value: { en: "# not a heading\\n\\n:::callout\\n| a | {{brief.title}} [x](https://e.org) <b>[^1]", fr: '# texte' }
    status: confirmed
    sources: [press]
- id: lease
  name: { en: Lease, fr: Bail }
  parties: [glencore]
  kind: { en: lease, fr: bail }
  status: confirmed
  volume: { value: [8, 12], unit: kt, status: confirmed, sources: [gazette] }
`,
  risks: `- { id: r-one, category: execution, statement: { value: { en: It may fail, fr: Échec possible }, status: reported, sources: [mine] }, about: [sale] }
- { id: r-two, category: security, statement: { value: { en: Roads close, fr: Routes fermées }, status: confirmed, sources: [gazette] }, about: [lease] }
- { id: r-three, category: execution, statement: { value: { en: It may wait, fr: Attente possible }, status: confirmed, sources: [press] }, about: [sale] }
`,
}

let known: Casebook | undefined

/** A casebook of two deals, whose claims are of every kind: agreed, disputed, unknown, and text full of marks. */
export function twoDeals(): Casebook {
  known ??= casebookOf(casebookFiles(texts))
  return known
}
