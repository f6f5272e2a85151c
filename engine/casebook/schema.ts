import type { CollectionName, FieldDefinition } from './types.js'

/** What a record of any collection has beside its fields: its name in references, and whether it stays in the office. */
export const recordFields: readonly string[] = ['id', 'internal']

/**
 * The fields that every casebook has, by collection. The claims particular to one casebook are declared in its
 * `casebook.yaml`; a declared claim cannot take the name of a field here.
 */
export const coreFields: Record<CollectionName, FieldDefinition[]> = {
  sources: [
    { name: 'publisher', kind: 'text', required: false, label: { en: 'Publisher', fr: 'Éditeur' } },
    { name: 'title', kind: 'text', required: false, label: { en: 'Title', fr: 'Titre' } },
    { name: 'language', kind: 'text', required: false, label: { en: 'Language', fr: 'Langue' } },
    { name: 'published', kind: 'date', required: false, label: { en: 'Published', fr: 'Publié le' } },
    { name: 'accessed', kind: 'date', required: false, label: { en: 'Accessed', fr: 'Consulté le' } },
    { name: 'url', kind: 'text', required: false, label: { en: 'Address', fr: 'Adresse' } },
    {
      name: 'tier',
      kind: 'term',
      required: true,
      label: { en: 'Kind of source', fr: 'Nature de la source' },
    },
    { name: 'note', kind: 'text', required: false, label: { en: 'Note', fr: 'Note' } },
  ],
  actors: [
    name(),
    { name: 'kind', kind: 'term', required: true, label: { en: 'Kind', fr: 'Nature' } },
    { name: 'role', kind: 'claim', required: false, label: { en: 'Role', fr: 'Rôle' } },
  ],
  assets: [name()],
  minerals: [
    name(),
    { name: 'symbol', kind: 'text', required: false, label: { en: 'Symbol', fr: 'Symbole' } },
  ],
  deals: [
    name(),
    {
      name: 'parties',
      kind: 'references',
      collection: 'actors',
      required: true,
      label: { en: 'Parties', fr: 'Parties' },
    },
    { name: 'kind', kind: 'text', required: true, label: { en: 'Kind', fr: 'Nature' } },
    status(),
    about(),
  ],
  instruments: [
    name(),
    {
      name: 'owner',
      kind: 'reference',
      collection: 'actors',
      required: false,
      label: { en: 'Owner', fr: 'Responsable' },
    },
  ],
  flows: [
    name(),
    { name: 'mode', kind: 'term', required: true, label: { en: 'Mode', fr: 'Mode' } },
    { name: 'origin', kind: 'text', required: true, label: { en: 'Origin', fr: 'Origine' } },
    { name: 'via', kind: 'texts', required: false, label: { en: 'Via', fr: 'Via' } },
    { name: 'exit', kind: 'text', required: false, label: { en: 'Exit', fr: 'Point de sortie' } },
    { name: 'destination', kind: 'text', required: true, label: { en: 'Destination', fr: 'Destination' } },
  ],
  risks: [
    { name: 'category', kind: 'term', required: true, label: { en: 'Category', fr: 'Catégorie' } },
    { name: 'statement', kind: 'claim', required: true, label: { en: 'Risk', fr: 'Risque' } },
    { name: 'figures', kind: 'claims', required: false, label: { en: 'Figures', fr: 'Chiffres' } },
    about(),
  ],
  stakes: [
    { name: 'side', kind: 'term', required: true, label: { en: 'Side', fr: 'Partie' } },
    { name: 'statement', kind: 'claim', required: true, label: { en: 'Stake', fr: 'Enjeu' } },
    { name: 'figures', kind: 'claims', required: false, label: { en: 'Figures', fr: 'Chiffres' } },
    about(),
  ],
  statements: [
    // Not required: who quotes nobody is told so by the rules of evidence.
    { name: 'speaker', kind: 'text', required: false, label: { en: 'Speaker', fr: 'Auteur' } },
    {
      name: 'organisation',
      kind: 'reference',
      collection: 'actors',
      required: false,
      label: { en: 'Organisation', fr: 'Organisme' },
    },
    { name: 'office', kind: 'text', required: false, label: { en: 'Office', fr: 'Fonction' } },
    { name: 'paraphrase', kind: 'text', required: true, label: { en: 'Statement', fr: 'Déclaration' } },
    { name: 'form', kind: 'term', required: true, label: { en: 'Form', fr: 'Forme' } },
    status(),
    {
      name: 'sources',
      kind: 'references',
      collection: 'sources',
      required: true,
      label: { en: 'Sources', fr: 'Sources' },
    },
    { name: 'note', kind: 'text', required: false, label: { en: 'Note', fr: 'Note' } },
    about(),
  ],
  events: [
    { name: 'date', kind: 'date', required: true, label: { en: 'Date', fr: 'Date' } },
    { name: 'tags', kind: 'terms', required: false, label: { en: 'Subjects', fr: 'Sujets' } },
    { name: 'event', kind: 'claim', required: true, label: { en: 'Event', fr: 'Événement' } },
    about(),
  ],
  conflicts: [
    { name: 'topic', kind: 'text', required: true, label: { en: 'Topic', fr: 'Sujet' } },
    { name: 'detail', kind: 'text', required: true, label: { en: 'Detail', fr: 'Précisions' } },
    about(),
  ],
  gaps: [
    { name: 'text', kind: 'text', required: true, label: { en: 'Not known', fr: 'Non connu' } },
    about(),
  ],
  // Prose prepared for briefs, in Markdown with `{{…}}` fields: by the id of a narrative section, or about a record.
  passages: [{ name: 'text', kind: 'text', required: true, label: { en: 'Text', fr: 'Texte' } }, about()],
}

function name(): FieldDefinition {
  return { name: 'name', kind: 'text', required: true, label: { en: 'Name', fr: 'Nom' } }
}

function status(): FieldDefinition {
  return { name: 'status', kind: 'status', required: true, label: { en: 'Status', fr: 'Statut' } }
}

/** The records that this one speaks of. A link drawn by the data keeper; it states no fact of its own. */
function about(): FieldDefinition {
  return {
    name: 'about',
    kind: 'references',
    collection: 'any',
    required: false,
    label: { en: 'About', fr: 'Concerne' },
  }
}
