import type { CollectionName } from '../../engine/casebook/types.js'
import type { Language } from '../../engine/locale/index.js'

export const collectionLabels: Record<Language, Record<CollectionName, string>> = {
  en: {
    sources: 'Sources',
    actors: 'Actors',
    assets: 'Assets',
    minerals: 'Minerals',
    passages: 'Passages',
    deals: 'Deals',
    instruments: 'Instruments',
    flows: 'Flows',
    risks: 'Risks',
    stakes: 'Stakes',
    statements: 'Statements',
    events: 'Events',
    conflicts: 'Conflicts',
    gaps: 'Gaps',
  },
  fr: {
    sources: 'Sources',
    actors: 'Acteurs',
    assets: 'Actifs',
    minerals: 'Minéraux',
    passages: 'Passages',
    deals: 'Accords',
    instruments: 'Instruments',
    flows: 'Flux',
    risks: 'Risques',
    stakes: 'Enjeux',
    statements: 'Déclarations',
    events: 'Événements',
    conflicts: 'Contradictions',
    gaps: 'Lacunes',
  },
}
